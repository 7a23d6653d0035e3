using System.Text.RegularExpressions;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>Whatever ends a lab, nothing of it stays.</summary>
[Trait("Needs", "Programs")]
public sealed partial class LeftBehindTests
{
    [SkippableFact]
    public async Task Ctrl_C_ends_a_rehearsal_and_cleans_up()
    {
        using var run = Start("rehearse", "dev");
        Poll.Until("a router and nodes", () => NamespacesOf(run.Id).Length >= 8, Patience.Limit);

        run.Interrupt();
        await run.EndAsync().WaitAsync(Patience.Limit);

        Assert.Equal((130, ""), (run.Status, run.Output + (run.Status == 130 ? "" : run.Errors)));
        Assert.Contains("Interrupted; everything that was made is gone again.", run.Errors);
        AssertNothingLeft(run.Id);
    }

    [SkippableFact]
    public async Task What_a_killed_one_leaves_is_cleaned_up_by_the_next()
    {
        using var run = Start("rehearse", "dev");
        Poll.Until("a router and nodes", () => NamespacesOf(run.Id).Length >= 8, Patience.Limit);
        run.KillAlone();
        await run.EndAsync().WaitAsync(Patience.Limit);

        // Another rehearsal that begins meanwhile may be the next, too.
        Leftovers.CleanUp();

        AssertNothingLeft(run.Id);
    }

    [SkippableFact]
    public async Task A_lab_is_held_until_Ctrl_C_and_says_how_to_reach_it()
    {
        using var run = Start("lab", "prod");
        Poll.Until(
            "how to reach it",
            () => run.Said.Contains("A client behind it", StringComparison.Ordinal),
            Patience.Limit
        );

        var ssh = ByHand().Match(run.Said);
        var hostKey = HostKey().Match(run.Said).Groups["key"].Value;
        var known = Path.GetTempFileName();
        await File.WriteAllTextAsync(known, $"[127.0.0.1]:{ssh.Groups["port"].Value} {hostKey}\n");
        var answer = Shell.Run(
            "",
            "ssh",
            "-i",
            ssh.Groups["key"].Value,
            "-o",
            $"UserKnownHostsFile={known}",
            "-p",
            ssh.Groups["port"].Value,
            "root@127.0.0.1",
            "vtysh -c 'show running-config'"
        );
        File.Delete(known);

        Assert.True(answer.Status == 0, answer.All);
        // Nothing of the stack has been applied.
        Assert.DoesNotContain("router bgp", answer.Output);
        run.Interrupt();
        await run.EndAsync().WaitAsync(Patience.Limit);
        Assert.Equal(0, run.Status);
        AssertNothingLeft(run.Id);
    }

    private static RehearseRun Start(string verb, string stack)
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        return RehearseRun.Start(verb, stack, "--speakers", "gobgpd");
    }

    private static void AssertNothingLeft(int id)
    {
        Assert.Empty(NamespacesOf(id));
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), $"bgplb-rehearsal-{id}-*"));
        Assert.Empty(Leftovers.ProcessesOf(id));
    }

    private static string[] NamespacesOf(int id) =>
        [
            .. Shell
                .Do("ip", "netns", "list")
                .Split('\n')
                .Select(line => line.Split(' ')[0])
                .Where(name => Names.OwnerOf(name) == id),
        ];

    [GeneratedRegex(@"ssh -i (?<key>\S+) -p (?<port>\d+) root@127\.0\.0\.1", RegexOptions.None, 1000)]
    private static partial Regex ByHand();

    [GeneratedRegex(@"#   (?<key>ssh-ed25519 \S+)", RegexOptions.None, 1000)]
    private static partial Regex HostKey();
}
