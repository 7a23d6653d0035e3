using System.Text.RegularExpressions;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>What is said to VyOS, translated by the stand-in, as a real FRR takes it.</summary>
[Trait("Needs", "Programs")]
public sealed partial class VyosOnFrrTests : IDisposable
{
    private const string Booted = "protocols bgp system-as 64513\nsystem host-name gateway\n";

    private static readonly RouterDesign Router = Designs.WithTwoNodes(
        Designs.Of(Dialect.Vyos, IpFamily.IPv4, IpFamily.IPv6)
    );

    private readonly Lab _lab = new();

    public static TheoryData<string> Goldens => Golden.Names(".vyos");

    /// <summary>Line by line, and as a whole where a golden file in FRR's language says the same.</summary>
    [SkippableTheory]
    [MemberData(nameof(Goldens))]
    public void Every_golden_file_becomes_what_it_means(string golden)
    {
        var vyos = _lab.Vyos();

        var said = Commit(vyos, golden);

        Assert.True(said.Output == "committed 0\n", said.All);
        var running = vyos.Gateway.RunningConfiguration;
        Assert.Contains(" no bgp ebgp-requires-policy\n no bgp default ipv4-unicast\n", running);
        foreach (var expected in Expected(Golden.Read(golden)))
        {
            Assert.Contains($"\n{expected}\n", running);
        }

        var family = golden == "ipv6.vyos" ? "ipv6" : "ipv4";
        Assert.Equal("1", vyos.Gateway.Kernel($"net.{family}.fib_multipath_hash_policy"));
        if (
            Path.Combine(Repository.Root, "tests", "Routers", "goldens", Path.ChangeExtension(golden, ".frr"))
                is var twin
            && File.Exists(twin)
        )
        {
            var other = _lab.Gateway(Golden.Read(Path.GetFileName(twin)).Replace("<password>", Scripts.Password));
            Assert.Equal(Common(other.RunningConfiguration), Common(running));
        }
    }

    [SkippableFact]
    public void Nodes_with_the_password_get_sessions_and_only_addresses_of_the_pool_get_in()
    {
        var vyos = _lab.Vyos();
        var gateway = vyos.Gateway;
        var script = RouterScripts.Change(Router, Scripts.Password);
        var applied = vyos.Run(script.Create, Scripts.Plain(script.Stdin));
        Assert.True(applied.Status == 0, applied.All);
        foreach (
            var node in new[] { _lab.Node(gateway, 11), _lab.Node(gateway, 12), _lab.Node(gateway, 13, "another") }
        )
        {
            node.Announce("172.29.52.100", "64512:100");
            node.Announce("fd47:25e1:2f96:52:100::1", "64512:100");
            // Without the community, outside the pools, a whole network.
            node.AnnouncePrefix("172.29.52.101/32");
            node.AnnouncePrefix("172.29.52.7/32", "64512:100");
            node.AnnouncePrefix("172.29.52.128/26", "64512:100");
        }

        var confirm = RouterScripts.Confirm(Router, Scripts.Password, "d1", TimeSpan.FromSeconds(60));
        var confirmed = vyos.Run(confirm.Create, Scripts.Plain(confirm.Stdin));

        Assert.True(confirmed.Status == 0, confirmed.All);
        var routes = Eventually(gateway, "show ip route bgp", "via 172.29.51.11", "via 172.29.51.12");
        Assert.Contains("172.29.52.100/32", routes);
        Assert.DoesNotContain("172.29.51.13", routes);
        Assert.DoesNotContain("172.29.52.7/32", routes);
        Assert.DoesNotContain("172.29.52.101/32", routes);
        Assert.DoesNotContain("172.29.52.128/26", routes);
        var routes6 = Eventually(gateway, "show ipv6 route bgp", "51::11, eth0", "51::12, eth0");
        Assert.Contains("fd47:25e1:2f96:52:100::1/128", routes6);
        Assert.Contains("\"pfxSnt\":0", gateway.Vtysh("show bgp ipv4 unicast summary json"));
        Assert.DoesNotMatch("\"pfxSnt\":[1-9]", gateway.Vtysh("show bgp ipv6 unicast summary json"));

        var removed = vyos.Run(script.Delete!, Scripts.Plain(script.Stdin));

        Assert.True(removed.Status == 0, removed.All);
        Assert.DoesNotContain("bgplb", gateway.RunningConfiguration);
    }

    [SkippableFact]
    public void After_a_power_cut_there_is_what_was_saved()
    {
        var vyos = _lab.Vyos(Booted);
        using var client = vyos.Gateway.Connect();
        Enter(vyos);
        Assert.Equal(
            "active\n",
            client.Run("touch /run/lock/mine; systemctl is-active commit-confirm.timer", "").Output
        );

        vyos.Gateway.Reboot();

        AssertAsBooted(vyos);
        Assert.Equal("inactive\n", client.Run("systemctl is-active commit-confirm.timer", "").Output);
    }

    [SkippableFact]
    public void A_commit_that_nobody_confirms_ends_in_a_power_cut()
    {
        var vyos = _lab.Vyos(Booted, secondsPerMinute: 1);
        using var client = vyos.Gateway.Connect();
        Assert.Equal(0, client.Run("touch /run/lock/mine", "").Status);
        Enter(vyos);

        Poll.Until("the reboot", () => client.Run("[ ! -e /run/lock/mine ]", "").Status == 0);

        AssertAsBooted(vyos);
    }

    [SkippableFact]
    public void Where_nothing_can_be_saved_or_committed_things_stay_as_they_were()
    {
        var vyos = _lab.Vyos(Booted);
        (vyos.IsFull, vyos.FailsNextCommit) = (true, true);
        const string Attempt = "set protocols bgp listen limit 50; commit >/dev/null; save /config/config.boot";

        Assert.Equal("No space left on device\n", vyos.Script($"{Attempt} | tail -n 1").Output);

        Assert.Equal((Booted, Booted), (vyos.Active, vyos.Saved));
        Assert.Equal((true, false), (vyos.IsFull, vyos.FailsNextCommit));
        vyos.IsFull = false;
        Assert.Equal("", vyos.Script(Attempt).All);
        Assert.Contains("protocols bgp listen limit 50\n", vyos.Active);
        Assert.Equal(vyos.Active, vyos.Saved);
        Assert.Contains("my_set protocols bgp listen limit 50\n", vyos.Arguments);
    }

    [SkippableFact]
    public void What_FRR_itself_refuses_is_a_commit_that_failed_in_part()
    {
        var vyos = _lab.Vyos(Booted);

        var said = vyos.Script(
            $"""
            set system ip multipath layer4-hashing
            set protocols bgp peer-group a remote-as 64512
            set protocols bgp peer-group a password {new string('x', 81)}
            /opt/vyatta/sbin/my_commit; echo "status $?"
            """
        );

        Assert.EndsWith("Commit failed: 1 parts are active, 1 are not\nstatus 1\n", said.Output);
        Assert.DoesNotContain("peer-group", vyos.Active);
        Assert.Contains("layer4-hashing", vyos.Active);
    }

    public void Dispose() => _lab.Dispose();

    /// <summary>Commits what waits to be confirmed.</summary>
    private static void Enter(VyosGateway vyos)
    {
        vyos.Script(
            """
            config-mgmt commit_confirm -y -t=10
            set protocols bgp peer-group a remote-as 64512
            set protocols bgp listen range 10.0.0.0/24 peer-group a
            set system ip multipath layer4-hashing
            IN_COMMIT_CONFIRM=t /opt/vyatta/sbin/my_commit
            """
        );
        Assert.Contains("bgp listen range 10.0.0.0/24 peer-group a", vyos.Gateway.RunningConfiguration);
        Assert.Equal("1", vyos.Gateway.Kernel("net.ipv4.fib_multipath_hash_policy"));
    }

    private static void AssertAsBooted(VyosGateway vyos)
    {
        Assert.Equal(Booted, vyos.Active);
        Assert.False(vyos.IsPending);
        Assert.False(File.Exists(vyos.Gateway.PathOf("/run/lock/mine")));
        Assert.Contains("router bgp 64513", vyos.Gateway.RunningConfiguration);
        Assert.DoesNotContain("listen range", vyos.Gateway.RunningConfiguration);
        Assert.Equal("0", vyos.Gateway.Kernel("net.ipv4.fib_multipath_hash_policy"));
    }

    private static Outcome Commit(VyosGateway vyos, string golden)
    {
        var lines = Golden
            .Read(golden)
            .Replace("<password>", Scripts.Password)
            .Split('\n')
            .Where(line => line.StartsWith("set ", StringComparison.Ordinal));
        return vyos.Script($"{string.Join('\n', lines)}\n/opt/vyatta/sbin/my_commit; echo \"committed $?\"");
    }

    /// <summary>Lines that have to be in FRR's running configuration, by what the statements mean.</summary>
    private static IEnumerable<string> Expected(string golden)
    {
        foreach (Match match in Statement().Matches(golden))
        {
            var (path, value) = (
                match.Groups["path"].Value,
                match.Groups["value"].Value.Replace("<password>", Scripts.Password)
            );
            var word = path.Split(' ');
            var line = word switch
            {
                ["protocols", "bgp", "system-as"] => $"router bgp {value}",
                ["protocols", "bgp", "parameters", "router-id"] => $" bgp router-id {value}",
                ["protocols", "bgp", "parameters", "graceful-restart", "stalepath-time"] =>
                    $" bgp graceful-restart stalepath-time {value}",
                ["protocols", "bgp", "listen", "limit"] => $" bgp listen limit {value}",
                ["protocols", "bgp", "listen", "range", var range, "peer-group"] =>
                    $" bgp listen range {range} peer-group {value}",
                ["protocols", "bgp", "address-family", _, "maximum-paths", "ebgp"] => $"  maximum-paths {value}",
                ["protocols", "bgp", "peer-group", var group, "remote-as"] => $" neighbor {group} remote-as {value}",
                ["protocols", "bgp", "peer-group", var group, "password"] => $" neighbor {group} password {value}",
                ["protocols", "bgp", "peer-group", var group, "graceful-restart"] =>
                    $" neighbor {group} graceful-restart-{value.Replace("restart-", "")}",
                ["protocols", "bgp", "peer-group", var group, _, _, "maximum-prefix"] =>
                    $"  neighbor {group} maximum-prefix {value}",
                ["protocols", "bgp", "peer-group", var group, _, _, "route-map", var way] =>
                    $"  neighbor {group} route-map {value} {(way == "import" ? "in" : "out")}",
                ["policy", "route-map", var map, "rule", var rule, "action"] => $"route-map {map} {value} {rule}",
                ["policy", "route-map", _, "rule", _, "match", var ip, "address", "prefix-list"] =>
                    $" match {ip} address prefix-list {value}",
                ["policy", "route-map", _, "rule", _, "match", "community", "community-list"] =>
                    $" match community {value}",
                ["policy", "community-list", var list, "rule", var rule, "regex"] =>
                    $"bgp community-list expanded {list} seq {rule} permit {value}",
                _ => null,
            };
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    /// <summary>Without what differs by design: numbers, timers, kinds of lists, and how families are declared.</summary>
    private static IEnumerable<string> Common(string running) =>
        running
            .Split('\n')
            .Select(line => Sequence().Replace(line, " ").Trim())
            .Where(line => !ByDesign().IsMatch(line))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("^set (?<path>.*) '(?<value>.*)'$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(" seq [0-9]+ ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sequence();

    [GeneratedRegex(
        "^$|^!|^exit|^bgp community-list|^neighbor [^ ]+ timers|^(no )?neighbor [^ ]+ activate|^(no )?bgp (default|ebgp-requires-policy|network|graceful-restart)|^address-family",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ByDesign();

    private static string Eventually(Gateway gateway, string command, params string[] wanted) =>
        Poll.Read(
            string.Join(", ", wanted),
            () => gateway.Vtysh(command),
            text => wanted.All(part => text.Contains(part, StringComparison.Ordinal))
        );
}
