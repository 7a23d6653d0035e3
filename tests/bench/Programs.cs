using System.Diagnostics;
using BgpLb.Recording;

namespace BgpLb.Bench;

/// <summary>The built programs that are timed.</summary>
/// <param name="root">The repository.</param>
internal sealed class Programs(string root)
{
    public string PathOf(string file) => Path.Combine(root, file);

    /// <summary>How many rules there are: each has a page.</summary>
    public int Rules =>
        Directory
            .GetFiles(PathOf("docs/policies"), "*.md")
            .Count(page => !page.EndsWith("README.md", StringComparison.Ordinal));

    /// <summary>A program that does nothing.</summary>
    public ProcessStartInfo Empty() => Start("tests/empty/bin/Debug/net10.0/empty.dll");

    /// <summary>The command.</summary>
    public ProcessStartInfo Bgplb(params IEnumerable<string> arguments) =>
        Start("stacks/bin/Debug/net10.0/bgplb.dll", arguments);

    /// <summary>The program as the engine starts it.</summary>
    public ProcessStartInfo Registering(RecordingEngine engine, string config) =>
        UnderEngine(Start("stacks/bin/Debug/net10.0/bgplb.dll"), engine, config);

    /// <summary>A program that registers as many resources as it is told.</summary>
    public ProcessStartInfo Load(RecordingEngine engine, int count) =>
        UnderEngine(Start("tests/load/bin/Debug/net10.0/BgpLb.Load.dll", $"{count}"), engine, "{}");

    /// <summary>Runs to the end; the output is thrown away.</summary>
    public static async Task<Process> RunAsync(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        return process.ExitCode == 0
            ? process
            : throw new InvalidOperationException(
                $"{start.ArgumentList[0]} ended with {process.ExitCode}: {await errors}"
            );
    }

    private static ProcessStartInfo UnderEngine(ProcessStartInfo start, RecordingEngine engine, string config)
    {
        start.Environment["PULUMI_MONITOR"] = engine.Address;
        start.Environment["PULUMI_ENGINE"] = engine.Address;
        start.Environment["PULUMI_PROJECT"] = engine.Project;
        start.Environment["PULUMI_STACK"] = engine.Stack;
        start.Environment["PULUMI_PARALLEL"] = "16";
        start.Environment["PULUMI_CONFIG"] = config;
        return start;
    }

    private ProcessStartInfo Start(string program, params IEnumerable<string> arguments) =>
        new("dotnet", [PathOf(program), .. arguments])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
