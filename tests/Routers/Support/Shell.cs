using System.Diagnostics;

namespace BgpLb.Tests.Routers.Support;

/// <summary>What a program said and how it ended.</summary>
internal sealed record Outcome(int Status, string Output, string Errors)
{
    public string All => Output + Errors;
}

/// <summary>Runs programs.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static Outcome Run(string stdin, string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(stdin);
        process.StandardInput.Close();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} has not ended after {Limit.TotalSeconds} s");
        }

        return new(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Runs a program that has to succeed, and returns what it wrote.</summary>
    public static string Do(string program, params ReadOnlySpan<string> arguments)
    {
        var outcome = Run("", program, arguments);
        Assert.True(outcome.Status == 0, $"{program} {string.Join(' ', arguments)}: {outcome.All}");
        return outcome.Output;
    }

    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Append("/usr/sbin")
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
