using System.Diagnostics;

namespace BgpLb.Rehearsal;

/// <summary>Runs programs.</summary>
public static class Shell
{
    /// <summary>Tells by whom a program was started, in its environment: the number of that process.</summary>
    internal const string OwnerVariable = "BGPLB_LAB_OF";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Where programs are looked for: also where those for root are, and FRR's daemons.</summary>
    private static readonly string[] MoreFolders = ["/usr/sbin", "/sbin", "/usr/lib/frr"];

    /// <summary>Starts a program, which runs until it ends or is killed.</summary>
    /// <exception cref="RehearsalException">There is no such program.</exception>
    public static RunningProgram Start(string stdin, string program, params ReadOnlySpan<string> arguments)
    {
        var path = Find(program) ?? throw new RehearsalException($"this machine has no {program}");
        var start = new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[OwnerVariable] = $"{Environment.ProcessId}";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new(stdin, start);
    }

    /// <summary>Runs a program until it ends.</summary>
    public static Outcome Run(string stdin, string program, params ReadOnlySpan<string> arguments)
    {
        using var running = Start(stdin, program, arguments);
        return running.Wait(Limit);
    }

    /// <summary>Runs a program that has to succeed, and returns what it wrote.</summary>
    /// <exception cref="RehearsalException">It failed; the message holds what it said.</exception>
    public static string Do(string program, params ReadOnlySpan<string> arguments)
    {
        var outcome = Run("", program, arguments);
        return outcome.Status == 0
            ? outcome.Output
            : throw new RehearsalException($"{program} {string.Join(' ', arguments)}: {outcome.All}");
    }

    /// <summary>Whether there is such a program.</summary>
    public static bool Has(string program) => Find(program) is not null;

    /// <summary>Where a program is; null where there is none.</summary>
    internal static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(MoreFolders)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
