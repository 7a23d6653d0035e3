using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace BgpLb.Tests.Program;

/// <summary>The built program, started as the Pulumi engine starts it: in its own folder, with the engine's variables.</summary>
internal sealed record BuiltProgram(int ExitCode, string Printed)
{
    /// <summary>The program's folder.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "stacks");

    /// <summary>What was built.</summary>
    public static string File { get; } = Path.Combine(Folder, "bin", "Debug", "net10.0", "bgplb.dll");

    /// <summary>Runs it to its end.</summary>
    public static async Task<BuiltProgram> RunAsync(
        string address,
        string stack,
        StackConfig config,
        bool dryRun = false,
        int parallel = 16
    )
    {
        using var process = Start(address, stack, config, dryRun, parallel);
        return await EndOf(process);
    }

    public static async Task<BuiltProgram> EndOf(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output + await errors);
    }

    /// <summary>What a terminal's Ctrl-C sends.</summary>
    public static void Interrupt(Process process) => Assert.Equal(0, Kill(process.Id, 2));

    public static Process Start(string address, string stack, StackConfig config, bool dryRun, int parallel)
    {
        var start = new ProcessStartInfo("dotnet", [File])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PULUMI_MONITOR"] = address;
        start.Environment["PULUMI_ENGINE"] = address;
        start.Environment["PULUMI_PROJECT"] = "bgplb";
        start.Environment["PULUMI_STACK"] = stack;
        start.Environment["PULUMI_ORGANIZATION"] = "organization";
        start.Environment["PULUMI_ROOT_DIRECTORY"] = Repository.Root;
        start.Environment["PULUMI_DRY_RUN"] = dryRun ? "true" : "false";
        start.Environment["PULUMI_PARALLEL"] = parallel.ToString();
        start.Environment["PULUMI_CONFIG"] = JsonSerializer.Serialize(config.Texts);
        start.Environment["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(config.SecretKeys);
        return Process.Start(start)!;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
