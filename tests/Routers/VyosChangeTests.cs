using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>The script for VyOS, run by bash on a stand-in for VyOS's shell interface.</summary>
[Trait("Needs", "Programs")]
public sealed class VyosChangeTests : IDisposable
{
    /// <summary>What somebody else has on the router, with names that are easily taken for ours.</summary>
    private const string Foreign = """
        policy prefix-list bgplb-prod-2-ipv4-vips rule 10 action permit
        policy prefix-list bgplb-prod-2-ipv4-vips rule 10 prefix 10.8.0.0/24
        policy route-map bgplb-prod-ipv4 rule 10 action deny
        protocols bgp parameters cluster-id 10.0.0.7
        protocols bgp peer-group bgplb-prod-2-ipv4 password theirs
        protocols bgp peer-group bgplb-prod-2-ipv4 remote-as 64999
        protocols bgp system-as 64513
        protocols static route 10.99.0.0/24 blackhole tag 7
        protocols static route 172.29.52.0/24 next-hop 10.9.9.9
        system host-name gateway

        """;

    private static readonly RouterDesign Router = Designs.WithoutNodes(
        Designs.Of(Dialect.Vyos, IpFamily.IPv4, IpFamily.IPv6) with
        {
            // There is no router's kernel here, only this machine's.
            ProbesNeighbours = false,
        }
    );

    private VyosHost? _host;

    [SkippableFact]
    public void What_runs_is_what_was_rendered_and_a_second_run_changes_nothing()
    {
        var host = Host("system host-name gateway\n");
        Scripts.Settle(host.Run, Router);
        var wanted = RouterConfiguration.Of(Router).Replace("<password>", Scripts.Password).Replace("'", "");
        var active = host.Active;
        Assert.Equal(
            wanted
                .Split('\n')
                .Where(line => line.StartsWith("set ", StringComparison.Ordinal))
                .Select(line => line[4..])
                .Order(StringComparer.Ordinal),
            active.Split('\n').Where(line => line.Length > 0 && line != "system host-name gateway")
        );
        Assert.Equal(active, host.Saved);

        var second = Apply(host, Router);

        Assert.Equal((0, "VyOS is right already\n", ""), (second.Status, second.Output, second.Errors));
        Assert.Equal(active, host.Active);
    }

    [SkippableFact]
    public void The_password_stands_in_no_command_line_and_no_output()
    {
        var host = Host(Foreign);

        var outcome = Apply(host, Router);

        Assert.Contains($"peer-group bgplb-prod-ipv4 password {Scripts.Password}", host.Active);
        Assert.Contains("+ protocols bgp peer-group bgplb-prod-ipv4 password <password>", outcome.Output);
        Assert.DoesNotContain(Scripts.Password, outcome.All);
        Assert.DoesNotContain(Scripts.Password, host.Arguments);
    }

    [SkippableFact]
    public void What_others_have_survives_and_nothing_of_ours_is_left()
    {
        var host = Host(Foreign);
        var before = host.Active;
        Scripts.Settle(host.Run, Router);
        Assert.Empty(Lines(before).Except(Lines(host.Active), StringComparer.Ordinal));

        var removed = host.Run(Script(Router).Delete!, Scripts.Plain(Script(Router).Stdin));

        Assert.True(removed.Status == 0, removed.All);
        Assert.Equal(Lines(before), Lines(host.Active).Where(line => !IsGlobal(line) || before.Contains(line)));
        Assert.Empty(host.OwnFiles);
    }

    [SkippableFact]
    public void Nodes_that_are_left_empty_stop_neither_a_removal_nor_the_next_change()
    {
        var host = Host("system host-name gateway\n");
        Assert.Equal(0, Apply(host, Router).Status);

        var removed = host.Run(Script(Router).Delete!, Scripts.Plain(Script(Router).Stdin));

        Assert.True(removed.Status == 0, removed.All);
        Assert.Contains("\npolicy\n", host.Active);
        var again = Apply(host, Router);
        Assert.True(again.Status == 0, again.All);
    }

    [SkippableFact]
    public void Of_a_new_design_only_the_difference_is_set()
    {
        var host = Host("system host-name gateway\n");
        Scripts.Settle(host.Run, Router);
        var ipv4 = Router.Families[0];
        var changed = Router with
        {
            MaximumPaths = 4,
            Communities = [],
            Restart = new RestartPolicy.DropAtOnce(),
            Families = [ipv4 with { Accepted = ipv4.Accepted[..3], ListenRanges = [Prefix.Parse("172.29.50.0/23")!] }],
        };

        var outcome = Scripts.Settle(host.Run, changed);

        Golden.Check("change.vyos.txt", outcome.Output);
        Assert.Equal("VyOS is right already\n", Apply(host, changed).Output);
    }

    [SkippableFact]
    public void A_commit_that_ends_half_way_is_undone()
    {
        var host = Host(Foreign);
        var before = host.Active;
        host.Fail("fail-commit");

        var outcome = Apply(host, Router);

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("VyOS did not take everything; what ran before runs again", outcome.Errors);
        Assert.Equal(before, host.Active);
        Assert.Equal(0, Apply(host, Router).Status);
    }

    [SkippableFact]
    public void A_value_that_VyOS_refuses_changes_nothing()
    {
        var host = Host(Foreign);
        var before = host.Active;

        var outcome = Apply(host, Router with { Communities = ["64512:100"], Owner = "bgplb-refused" });

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("nothing was changed", outcome.Errors);
        Assert.Equal(before, host.Active);
    }

    [SkippableFact]
    public void What_could_not_be_saved_is_an_error_and_the_next_run_saves_it()
    {
        var host = Host("system host-name gateway\n");
        host.Fail("full");

        Assert.Equal(0, Apply(host, Router).Status);
        var confirmation = RouterScripts.Confirm(Router, Scripts.Password, "d1");

        var outcome = host.Run(confirmation.Create, Scripts.Plain(confirmation.Stdin));

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("could not be saved: No space left on device", outcome.Errors);
        host.Mend("full");
        Assert.Equal("VyOS is right already\nsaved\n", Apply(host, Router).Output);
        Assert.Equal(host.Active, host.Saved);
    }

    [SkippableFact]
    public void Another_AS_number_on_the_router_is_left_alone()
    {
        var host = Host("protocols bgp system-as 65001\nsystem host-name gateway\n");

        var outcome = Apply(host, Router);

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("this router's AS number is 65001, the stack wants 64513", outcome.Errors);
        Assert.Equal("\nprotocols bgp system-as 65001\nsystem host-name gateway", host.Active);
    }

    [SkippableFact]
    public void A_firewall_rule_stands_beside_those_of_others_and_leaves_without_them()
    {
        const string Theirs = """
            firewall group network-group bgplb-prod-2-ipv4 network 10.8.0.0/24
            firewall ipv4 input filter default-action drop
            firewall ipv4 input filter rule 5 action accept
            firewall ipv4 input filter rule 5 description bgplb-prod-2
            firewall ipv4 input filter rule 100 action accept
            firewall ipv4 input filter rule 100 source group network-group bgplb-prod-2-ipv4

            """;
        var host = Host(Foreign + Theirs);
        var before = host.Active;
        var router = Router with { FirewallRule = 10 };

        Scripts.Settle(host.Run, router);

        Assert.Contains("firewall ipv4 input filter rule 10 description bgplb-prod\n", host.Active);
        Assert.Contains("firewall ipv6 input filter rule 10 source group network-group bgplb-prod-ipv6\n", host.Active);
        Assert.Contains(
            "firewall group ipv6-network-group bgplb-prod-ipv6 network fd47:25e1:2f96:51::/64",
            host.Active
        );
        Assert.Equal("VyOS is right already\n", Apply(host, router).Output);

        Scripts.Settle(host.Run, Router);

        Assert.Equal(Firewall(before), Firewall(host.Active));
    }

    [SkippableFact]
    public void A_firewall_rule_moves_to_another_number_and_to_other_networks()
    {
        var host = Host("system host-name gateway\n");
        var (first, second, third) = (
            Prefix.Parse("172.29.48.0/24")!,
            Prefix.Parse("172.29.49.0/24")!,
            Prefix.Parse("172.29.50.0/24")!
        );
        Scripts.Settle(host.Run, Dialled(10, first, second));
        Assert.Contains("network 172.29.48.0/24\n", host.Active);

        Scripts.Settle(host.Run, Dialled(20, second, third));

        Assert.Equal(
            [
                "firewall group network-group bgplb-prod-ipv4 network 172.29.49.0/24",
                "firewall group network-group bgplb-prod-ipv4 network 172.29.50.0/24",
                "firewall ipv4 input filter rule 20 action accept",
                "firewall ipv4 input filter rule 20 description bgplb-prod",
                "firewall ipv4 input filter rule 20 destination port 179",
                "firewall ipv4 input filter rule 20 protocol tcp",
                "firewall ipv4 input filter rule 20 source group network-group bgplb-prod-ipv4",
            ],
            Firewall(host.Active)
        );
        Assert.Equal("VyOS is right already\n", Apply(host, Dialled(20, second, third)).Output);
    }

    [SkippableFact]
    public void What_somebody_else_adds_to_the_stack_s_own_rule_goes()
    {
        var host = Host("system host-name gateway\n");
        var router = Router with { FirewallRule = 10 };
        Scripts.Settle(host.Run, router);
        var before = host.Active;
        host.Add("firewall ipv4 input filter rule 10 state established");

        var outcome = Scripts.Settle(host.Run, router);

        Assert.Contains("- firewall ipv4 input filter rule 10 state established\n", outcome.Output);
        Assert.Equal(before, host.Active);
    }

    [SkippableTheory]
    [InlineData("firewall ipv4 input filter rule 10 description mine")]
    [InlineData("firewall ipv4 input filter rule 10 description bgplb-prod-2")]
    [InlineData("firewall ipv4 input filter rule 10 source address 10.0.0.1")]
    public void A_rule_of_somebody_else_with_the_same_number_is_left_alone(string line)
    {
        var host = Host($"{Foreign}firewall ipv4 input filter rule 10 action drop\n{line}\n");
        var before = host.Active;

        var outcome = Apply(host, Router with { FirewallRule = 10 });

        Assert.Equal(6, outcome.Status);
        Assert.Equal(
            "bgplb-prod: rule 10 of the firewall belongs to someone else (firewall ipv4 input filter rule 10 has not "
                + "the description bgplb-prod); give this stack another number; nothing was changed\n",
            outcome.Errors
        );
        Assert.Equal(before, host.Active);

        var removed = host.Run(
            Script(Router with { FirewallRule = 10 }).Delete!,
            Scripts.Plain(Script(Router with { FirewallRule = 10 }).Stdin)
        );

        Assert.True(removed.Status == 0, removed.All);
        Assert.Equal(before, host.Active);
    }

    public void Dispose() => _host?.Dispose();

    private static RouterScript Script(RouterDesign router) => RouterScripts.Change(router, Scripts.Password);

    private static Outcome Apply(VyosHost host, RouterDesign router) =>
        host.Run(Script(router).Create, Scripts.Plain(Script(router).Stdin));

    private static RouterDesign Dialled(int rule, params Prefix[] from) =>
        Router with
        {
            FirewallRule = rule,
            Families = [Router.Families[0] with { ListenRanges = [.. from] }],
        };

    /// <summary>Without the empty node that VyOS leaves behind.</summary>
    private static string[] Firewall(string active) =>
        [
            .. Lines(active)
                .Where(line =>
                    line.StartsWith("firewall ", StringComparison.Ordinal) && line is not "firewall ipv6 input filter"
                ),
        ];

    private static string[] Lines(string text) => text.Split('\n');

    private static bool IsGlobal(string line) =>
        line.StartsWith("system ip", StringComparison.Ordinal)
        || line.StartsWith("protocols bgp parameters ", StringComparison.Ordinal)
        || line.StartsWith("protocols bgp listen limit ", StringComparison.Ordinal)
        || line.StartsWith("protocols bgp address-family ", StringComparison.Ordinal);

    private VyosHost Host(string active)
    {
        Repository.Require(VyosHost.IsPossible, "root and unshare (apt-get install util-linux)");
        return _host = new(active);
    }
}
