using System.Diagnostics;
using Xunit;

namespace BgpLb.Tests.Engine;

/// <summary>The official Pulumi packages for Node, and the scripts beside them.</summary>
internal static class OfficialPackages
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "official");

    /// <summary>Skips the test without them, saying how to get them; where everything has to be there, fails it.</summary>
    public static void Need() =>
        Repository.Require(
            Directory.Exists(Path.Combine(Folder, "node_modules", "@pulumi", "pulumi")),
            "the official Pulumi packages: ./test gets them, or npm ci in tests/official"
        );

    /// <summary>Starts one of the scripts, with more environment variables than this process has.</summary>
    public static Process Start(
        string script,
        IReadOnlyCollection<string> arguments,
        params IReadOnlyList<(string Name, string Value)> variables
    )
    {
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs one of the scripts to its end.</summary>
    public static async Task<(int ExitCode, string Printed)> RunAsync(string script, params string[] arguments)
    {
        using var process = Start(script, arguments, []);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
