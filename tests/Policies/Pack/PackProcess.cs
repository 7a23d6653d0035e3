using System.Diagnostics;
using System.Globalization;

namespace BgpLb.Tests.Policies.Pack;

/// <summary>The policy pack as the engine starts it.</summary>
internal sealed class PackProcess : IDisposable
{
    private readonly Process _process;

    private PackProcess(Process process, string port, TimeSpan start)
    {
        _process = process;
        Port = port;
        Start = start;
    }

    public string Port { get; }

    /// <summary>Until the port was there.</summary>
    public TimeSpan Start { get; }

    /// <summary>Starts it in a folder that is not its own.</summary>
    public static async Task<PackProcess> StartAsync()
    {
        var pack = Path.Combine(Repository.Root, "policies");
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", pack, "--", "127.0.0.1:1"])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync();
        if (ushort.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            return new(process, first, clock.Elapsed);
        }

        throw new InvalidOperationException($"{first}\n{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Waits for its end; gives its exit status and whatever it printed after the port.</summary>
    public async Task<(int ExitCode, string Printed)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = _process.StandardError.ReadToEndAsync(patience.Token);
        var output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, output + await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
