using System.Diagnostics;
using BgpLb.Stacks;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

/// <summary>The program as a shell starts it.</summary>
[Trait("Needs", "Programs")]
public sealed class ProcessTests
{
    [Fact]
    public async Task The_version_is_the_assemblys()
    {
        var (status, output, _) = await RunAsync("--version");
        Assert.Equal(0, status);
        var version = typeof(CommandLine).Assembly.GetName().Version!.ToString(3);
        Assert.StartsWith(version, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_the_plan_as_plain_UTF8()
    {
        var (status, output, error) = await RunAsync("plan", "dev");
        Assert.Equal(0, status);
        Assert.Equal("", error);
        Golden.Check("dev.plan.txt", output);
    }

    [Fact]
    public async Task A_mistake_is_told_by_the_exit_status()
    {
        var (status, output, error) = await RunAsync("plan", "prdo");
        Assert.Equal(2, status);
        Assert.Equal("", output);
        Assert.Contains("\"prod\"", error, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bgplb.dll"), .. args])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("PULUMI_MONITOR");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
