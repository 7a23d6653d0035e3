using System.Diagnostics;
using System.Text;
using BgpLb.Components;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Program;

/// <summary>The program as the Command provider starts it for a gateway's API: by the words of the graph, in its folder.</summary>
[Trait("Needs", "Programs")]
public sealed class UnifiProcessTests
{
    [SkippableFact]
    public async Task Key_and_password_stand_in_no_command_line_no_environment_and_no_output()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the list of processes is read from /proc");
        await using var gateway = await UnifiGateway.StartAsync();
        var seen = "";
        gateway.Refuse = method =>
        {
            seen += method == "POST" ? ProcessesOf("unifi-api") : "";
            return null;
        };
        var script = RouterScripts.ChangeByApi(
            Designs.Prod with
            {
                Access = gateway.Api,
            },
            gateway.Api,
            UnifiGateway.Key,
            Scripts.Password
        );

        var (outcome, printed) = await RunAsync([.. ProgramStart.FromSource.Words, script.Verb, script.Create], script);

        Assert.True(outcome == 0, printed);
        Assert.Contains(Scripts.Password, (string?)gateway.Document?["frr_bgpd_config"]);
        Assert.Contains("unifi-api\napply\n", seen);
        Assert.Contains("bgplb.dll\nunifi-api\napply\n", seen);
        Assert.Contains("all sessions start anew", printed);
        Assert.All([UnifiGateway.Key, Scripts.Password], secret => Assert.DoesNotContain(secret, seen + printed));
    }

    /// <summary>Who runs Pulumi from within a program of Pulumi's own hands its variables on.</summary>
    [Fact]
    public async Task Variables_of_another_engine_do_not_mislead_it()
    {
        await using var gateway = await UnifiGateway.StartAsync();
        var script = RouterScripts.ConfirmByApi(Designs.Prod, gateway.Api, UnifiGateway.Key, Scripts.Password, "d1");

        var (outcome, printed) = await RunAsync(
            ["dotnet", BuiltProgram.File, script.Verb, script.Create],
            script,
            ("PULUMI_MONITOR", "127.0.0.1:1")
        );

        Assert.Equal(5, outcome);
        Assert.StartsWith("bgplb-prod: udm-pro has not the document of this stack any more", printed);
    }

    private static async Task<(int Status, string Printed)> RunAsync(
        string[] words,
        LocalScript script,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = BuiltProgram.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(Scripts.Plain(script.Stdin));
        process.StandardInput.Close();
        var ended = await BuiltProgram.EndOf(process);
        return (ended.ExitCode, ended.Printed);
    }

    /// <summary>Command lines, a line for each word, and environments of the processes that were given a word.</summary>
    private static string ProcessesOf(string word)
    {
        var all = new StringBuilder();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(name => char.IsAsciiDigit(name[^1])))
        {
            try
            {
                var words = File.ReadAllText(Path.Combine(folder, "cmdline"));
                if (words.Split('\0').Contains(word))
                {
                    all.AppendLine(words.Replace('\0', '\n'));
                    all.AppendLine(File.ReadAllText(Path.Combine(folder, "environ")).Replace('\0', '\n'));
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile, or is somebody else's.
            }
        }

        return all.ToString();
    }
}
