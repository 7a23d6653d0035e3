using System.Diagnostics;

namespace BgpLb.Rehearsal;

/// <summary>A program that was started and may still run. It has been given its standard input, then its end.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Capture _output;
    private readonly Capture _errors;
    private readonly string _name;

    internal RunningProgram(string stdin, ProcessStartInfo start)
    {
        _name = Path.GetFileName(start.FileName);
        _process = Process.Start(start) ?? throw new RehearsalException($"{_name} did not start");
        _output = new(_process.StandardOutput);
        _errors = new(_process.StandardError);
        Feed(_process, stdin);
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it has written so far, errors last.</summary>
    public string Written => _output.Text + _errors.Text;

    /// <summary>Waits until it has ended and everything that it wrote has been read.</summary>
    /// <exception cref="RehearsalException">It takes longer; it has been killed.</exception>
    public Outcome Wait(TimeSpan limit)
    {
        if (!_process.WaitForExit(limit))
        {
            Kill();
            throw new RehearsalException($"{_name} has not ended within {limit.TotalSeconds} s: {Written}");
        }

        if (!_output.WaitForEnd(limit) || !_errors.WaitForEnd(limit))
        {
            throw new RehearsalException($"{_name} has ended, but something that it started holds its output");
        }

        return new(_process.ExitCode, _output.Text, _errors.Text);
    }

    /// <summary>Waits until it has written some text.</summary>
    /// <exception cref="RehearsalException">It ends before that, or takes too long.</exception>
    public void AwaitText(string text, TimeSpan? limit = null) =>
        Poll.Until(
            $"\"{text}\" from {_name}",
            () =>
            {
                // In this order: what it wrote last may be the text.
                var ended = HasEnded;
                var found = Written.Contains(text, StringComparison.Ordinal);
                return found || !ended
                    ? found
                    : throw new RehearsalException($"{_name} ended before \"{text}\": {Written}");
            },
            limit
        );

    /// <summary>Sends it a signal, by its name without SIG; one that has ended is no error.</summary>
    public void Signal(string name)
    {
        if (!HasEnded)
        {
            _ = Shell.Run("", "kill", $"-{name}", $"{Id}");
        }
    }

    /// <summary>Asks it to end (SIGTERM) and waits until it has; kills it when that takes too long.</summary>
    public void Terminate(TimeSpan? limit = null)
    {
        Signal("TERM");
        if (!_process.WaitForExit(limit ?? Poll.Patience))
        {
            Kill();
        }
    }

    /// <summary>Ends it at once (SIGKILL), and nothing that it started.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Kills it if it still runs.</summary>
    public void Dispose()
    {
        if (!HasEnded)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static void Feed(Process process, string stdin)
    {
        if (stdin.Length == 0)
        {
            process.StandardInput.Close();
            return;
        }

        // It may read when it likes.
        new Thread(() => Write(process.StandardInput, stdin)) { IsBackground = true }.Start();
    }

    private static void Write(StreamWriter to, string stdin)
    {
        try
        {
            to.Write(stdin);
            to.Close();
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // It ended without reading everything: its own affair.
        }
    }
}
