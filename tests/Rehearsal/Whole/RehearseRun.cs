using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>The built command with a lab, in a process of its own.</summary>
internal sealed class RehearseRun : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Task<string> _errors;

    private RehearseRun(Process process, IReadOnlyList<string> arguments)
    {
        (_process, Arguments) = (process, arguments);
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.BeginOutputReadLine();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it has written to standard output so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>What the command was given.</summary>
    public IReadOnlyList<string> Arguments { get; }

    public int Id => _process.Id;

    public int Status { get; private set; }

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public static RehearseRun Start(params string[] arguments)
    {
        var program = Path.Combine(Repository.Root, "stacks", "bin", "Debug", "net10.0", "bgplb.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start)!, arguments);
    }

    public async Task<RehearseRun> EndAsync()
    {
        await _process.WaitForExitAsync();
        (Status, Output, Errors) = (_process.ExitCode, Said, await _errors);
        return this;
    }

    /// <summary>What a terminal's Ctrl-C sends.</summary>
    public void Interrupt() => Assert.Equal(0, Kill(Id, 2));

    /// <summary>Ends it at once; what it has started lives on.</summary>
    public void KillAlone() => Assert.Equal(0, Kill(Id, 9));

    private void Say(string? line)
    {
        lock (_said)
        {
            _said.Append(line is null ? "" : $"{line}\n");
        }
    }

    public void Dispose() => _process.Dispose();

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
