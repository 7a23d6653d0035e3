using BgpLb.Addressing;
using BgpLb.Design;
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

    private static readonly RouterDesign Router = Designs.Of(Dialect.Vyos, IpFamily.IPv4, IpFamily.IPv6);

    private VyosHost? _host;

    [SkippableFact]
    public void What_runs_is_what_was_rendered_and_a_second_run_changes_nothing()
    {
        var host = Host("system host-name gateway\n");
        var first = Apply(host, Router);
        Assert.True(first.Status == 0, first.All);
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
        Assert.Equal(0, Apply(host, Router).Status);
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
        Assert.Equal(0, Apply(host, Router).Status);
        var ipv4 = Router.Families[0];
        var changed = Router with
        {
            MaximumPaths = 4,
            Communities = [],
            Restart = new RestartPolicy.DropAtOnce(),
            Families = [ipv4 with { Accepted = ipv4.Accepted[..3], ListenRanges = [Prefix.Parse("172.29.50.0/23")!] }],
        };

        var outcome = Apply(host, changed);

        Assert.True(outcome.Status == 0, outcome.All);
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
        Assert.Contains("the commit failed; the owned part is back to what it was", outcome.Errors);
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

        var outcome = Apply(host, Router);

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

    public void Dispose() => _host?.Dispose();

    private static RouterScript Script(RouterDesign router) => RouterScripts.Change(router, Scripts.Password);

    private static Outcome Apply(VyosHost host, RouterDesign router) =>
        host.Run(Script(router).Create, Scripts.Plain(Script(router).Stdin));

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
