using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>The script for FRR, run by bash on a real FRR.</summary>
[Trait("Needs", "Programs")]
public sealed class FrrChangeTests : IDisposable
{
    /// <summary>What somebody else has on the router, with names that are easily taken for ours.</summary>
    private const string Foreign = """
        ip route 10.99.0.0/24 blackhole
        ip route 172.29.60.0/24 blackhole tag 7 254
        ip prefix-list bgplb-prod-2-ipv4-vips seq 5 permit 10.8.0.0/24 le 32
        ip prefix-list bgplb-prod seq 7 deny any
        bgp community-list standard bgplb-prod-ipv4 seq 5 permit 64512:7
        route-map bgplb-prod-2-ipv4-import permit 10
         match ip address prefix-list bgplb-prod-2-ipv4-vips
        exit
        router bgp 64513
         no bgp ebgp-requires-policy
         neighbor bgplb-prod-2-ipv4 peer-group
         neighbor bgplb-prod-2-ipv4 remote-as 64999
         neighbor bgplb-prod-2-ipv4 password theirs
         neighbor 172.29.51.200 remote-as 65010
         neighbor 172.29.51.200 password theirs-alone
         bgp listen range 172.29.55.0/24 peer-group bgplb-prod-2-ipv4
         address-family ipv4 unicast
          network 10.99.0.0/24
          neighbor bgplb-prod-2-ipv4 route-map bgplb-prod-2-ipv4-import in
         exit-address-family
        exit

        """;

    private static readonly RouterDesign Router = Designs.WithoutNodes(
        Designs.Of(Dialect.Frr, IpFamily.IPv4, IpFamily.IPv6)
    );

    private readonly Lab _lab = new();

    [SkippableFact]
    public void A_second_run_changes_nothing()
    {
        var host = Host("");
        var first = Scripts.Settle(host.Run, Router);
        Assert.Contains("+ router bgp 64513 neighbor bgplb-prod-ipv4 password <password>", first.Output);
        var (running, saved) = (host.RunningConfiguration, host.SavedConfiguration);
        Assert.Contains($"neighbor bgplb-prod-ipv4 password {Scripts.Password}", running);
        Assert.Contains($"neighbor bgplb-prod-ipv4 password {Scripts.Password}", saved);

        var second = Scripts.Apply(host, Router);

        Assert.Equal((0, "FRR is right already\n", ""), (second.Status, second.Output, second.Errors));
        Assert.Equal(running, host.RunningConfiguration);
        Assert.Equal(saved, host.SavedConfiguration);
        Assert.Equal("1", host.Kernel("net.ipv4.fib_multipath_hash_policy"));
        Assert.Equal("1", host.Kernel("net.ipv6.fib_multipath_hash_policy"));
        Assert.Equal("1", host.Kernel("net.ipv4.fib_multipath_use_neigh"));
    }

    [SkippableFact]
    public void What_others_have_survives_to_the_byte_and_nothing_of_ours_is_left()
    {
        var host = Host(Foreign);
        var before = host.RunningConfiguration;
        Scripts.Settle(host.Run, Router);
        Assert.Empty(Lines(before).Except(Lines(host.RunningConfiguration), StringComparer.Ordinal));

        var removed = Scripts.Remove(host, Router);

        Assert.True(removed.Status == 0, removed.All);
        Assert.Equal(before, WithoutGlobals(host.RunningConfiguration));
        Assert.DoesNotContain(Scripts.Password, host.SavedConfiguration);
        Assert.Empty(Lab.OwnFiles(host));
        Assert.Equal("FRR has nothing of this stack\n", Scripts.Remove(host, Router).Output);
    }

    [SkippableFact]
    public void Of_a_new_design_only_the_difference_is_entered()
    {
        var host = Host("");
        Scripts.Settle(host.Run, Router);
        var ipv4 = Router.Families[0];
        var changed = Router with
        {
            MaximumPaths = 4,
            Communities = ["64512:100", "64512:300"],
            Restart = new RestartPolicy.DropAtOnce(),
            Families =
            [
                ipv4 with
                {
                    Accepted = [.. ipv4.Accepted.Skip(1), Prefix.Parse("172.29.52.4/30")!],
                    PrefixLimit = 200,
                    ListenRanges = [Prefix.Parse("172.29.50.0/23")!],
                },
            ],
        };

        var outcome = Scripts.Settle(host.Run, changed, "another-password");

        Golden.Check("change.frr.txt", outcome.Output);
        Assert.Equal("FRR is right already\n", Scripts.Apply(host, changed, "another-password").Output);
    }

    [SkippableFact]
    public void What_somebody_broke_is_repaired()
    {
        var host = Host("");
        Scripts.Settle(host.Run, Router);
        var right = Sorted(host.RunningConfiguration);
        host.Enter(
            """
            no ip prefix-list bgplb-prod-ipv4-vips
            route-map bgplb-prod-ipv4-import permit 20
            exit
            no route-map bgplb-prod-ipv6-import
            router bgp 64513
             no bgp listen range 172.29.51.0/24 peer-group bgplb-prod-ipv4
             neighbor bgplb-prod-ipv4 ebgp-multihop 3
             neighbor bgplb-prod-ipv4 password wrong
             neighbor bgplb-prod-ipv6 activate
             address-family ipv6 unicast
              no neighbor bgplb-prod-ipv6 activate
             exit-address-family
            exit

            """
        );

        Scripts.Settle(host.Run, Router);

        Assert.Equal(right, Sorted(host.RunningConfiguration));
    }

    [SkippableFact]
    public void Another_AS_number_on_the_router_is_left_alone()
    {
        var host = Host("router bgp 65001\n neighbor 172.29.51.9 remote-as 65002\nexit\n");
        var before = host.RunningConfiguration;

        var outcome = Scripts.Apply(host, Router);

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("this router runs \"router bgp 65001\", the stack wants \"router bgp 64513\"", outcome.Errors);
        Assert.Equal(before, host.RunningConfiguration);
    }

    [SkippableFact]
    public void What_FRR_does_not_know_is_not_entered_and_the_password_is_not_shown()
    {
        var host = Host("");
        var before = host.RunningConfiguration;

        var outcome = Scripts.Apply(host, Router with { MaximumPaths = 1000 });

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("nothing was changed", outcome.Errors);
        Assert.DoesNotContain(Scripts.Password, outcome.All);
        Assert.Equal(before, host.RunningConfiguration);
    }

    [SkippableFact]
    public void What_FRR_takes_back_in_the_end_is_undone()
    {
        var host = Host(Foreign);
        var before = host.RunningConfiguration;
        var tooLong = new string('p', 81);

        var outcome = Scripts.Apply(host, Router, tooLong);

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("what ran before runs again", outcome.Errors);
        Assert.DoesNotContain(tooLong, outcome.All);
        Assert.Equal(before, host.RunningConfiguration);
    }

    [SkippableFact]
    public void A_reader_that_is_gone_stops_nothing()
    {
        var host = Host("");
        var script = RouterScripts.Change(Router, Scripts.Password);

        host.Run($"bash -c 'env --default-signal=PIPE {script.Create} 2>&1 | true'", Scripts.Plain(script.Stdin));

        Assert.Equal("FRR is right already\n", Scripts.Apply(host, Router).Output);
    }

    [SkippableFact]
    public void A_script_that_did_not_arrive_whole_does_nothing()
    {
        var host = Host("");
        var before = host.RunningConfiguration;
        var script = RouterScripts.Change(Router, Scripts.Password);
        var text = Scripts.Plain(script.Stdin);

        host.Run(script.Create, text[..text.LastIndexOf("main", StringComparison.Ordinal)]);

        Assert.Equal(before, host.RunningConfiguration);
    }

    public void Dispose() => _lab.Dispose();

    private Gateway Host(string configuration) => _lab.Gateway(configuration);

    private static string[] Lines(string text) => text.Split('\n');

    private static string Sorted(string text) => string.Join('\n', Lines(text).Order(StringComparer.Ordinal));

    /// <summary>What is asserted stays: it is taken off to compare the rest.</summary>
    private static string WithoutGlobals(string running) =>
        string.Join(
                '\n',
                Lines(running)
                    .Where(line =>
                        line
                            is not (
                                " bgp router-id 172.29.51.1"
                                or " no bgp graceful-restart notification"
                                or " bgp listen limit 22"
                                or " bgp listen limit 122"
                                or "  maximum-paths 8"
                            )
                    )
            )
            .Replace(" !\n address-family ipv6 unicast\n exit-address-family\n", "", StringComparison.Ordinal);
}
