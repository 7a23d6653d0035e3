using System.Diagnostics;
using System.Text;

namespace BgpLb.Tests.Cilium;

/// <summary>A program that runs beside a test and ends with it, at the latest when it no longer hears from it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private ChildProcess(Process process) => _process = process;

    public static ChildProcess Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var child = new ChildProcess(Process.Start(start)!);
        child._process.ErrorDataReceived += (_, line) => child.Remember(line.Data);
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>What it has said on standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>The next line of its standard output.</summary>
    public async Task<string> ReadLineAsync(TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        return await _process.StandardOutput.ReadLineAsync(patience.Token)
            ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended: {Errors}");
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Remember(string? line)
    {
        lock (_errors)
        {
            _errors.AppendLine(line);
        }
    }
}
