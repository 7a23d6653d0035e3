using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>Others on the same router: another stack, and what somebody has made by hand.</summary>
[Trait("Needs", "Programs")]
public sealed class NeighbourTests
{
    /// <summary>Made by hand, with names that are easily taken for the stack's.</summary>
    private const string Foreign = """
        ip route 10.99.0.0/24 blackhole
        ip route 172.29.60.0/24 blackhole tag 7 254
        ip prefix-list bgplb-prod-2-ipv4-vips seq 5 permit 10.8.0.0/24 le 32
        route-map bgplb-prod-2-ipv4-import permit 10
         match ip address prefix-list bgplb-prod-2-ipv4-vips
        exit
        router bgp 64513
         no bgp ebgp-requires-policy
         neighbor hand-made peer-group
         neighbor hand-made remote-as 64999
         neighbor hand-made password theirs
         neighbor 172.29.51.200 remote-as 65010
         neighbor 172.29.51.200 password theirs-alone
         bgp listen range 172.29.55.0/24 peer-group hand-made
         address-family ipv4 unicast
          neighbor hand-made route-map bgplb-prod-2-ipv4-import in
         exit-address-family
        exit

        """;

    /// <summary>A stack of another cluster behind the same router, whose only node is <see cref="Site.Nodes"/>' second.</summary>
    private static readonly RouterDesign Other = Renamed(Site.Design, "bgplb-other", "172.29.51.12/32");

    private static readonly RouterDesign One = Renamed(Site.Design, "bgplb-prod", "172.29.51.11/32");

    [SkippableFact]
    public void What_is_made_by_hand_survives_every_operation_byte_for_byte()
    {
        using var site = new Site(Foreign);
        string[] theirs = [.. Lines(site.Gateway.RunningConfiguration)];

        site.Settle(Site.Design);
        AssertStill();
        site.Settle(Site.Design with { Communities = [Site.Community, "64512:200"] });
        AssertStill();
        Assert.Equal(0, site.Change(Site.Design, Site.Second).Status);
        Site.AssertFailed(site.Confirm(Site.Design, Site.Second), "what it ran before the change");
        AssertStill();
        Assert.Equal(0, site.Remove(Site.Design).Status);

        // What holds for the whole router is asserted and stays.
        string[] asserted =
        [
            " bgp router-id 172.29.51.1",
            " no bgp graceful-restart notification",
            "  maximum-paths 8",
            " address-family ipv6 unicast",
            " exit-address-family",
            " !",
        ];
        Assert.Equal(
            theirs.Except(asserted, StringComparer.Ordinal),
            Lines(site.Gateway.RunningConfiguration).Except(asserted, StringComparer.Ordinal)
        );

        void AssertStill() =>
            Assert.Empty(theirs.Except(Lines(site.Gateway.RunningConfiguration), StringComparer.Ordinal));
    }

    [SkippableFact]
    public void Two_stacks_share_a_router_one_after_the_other()
    {
        using var site = new Site();
        site.Settle(One);
        var sessions = site.Sessions();

        site.Settle(Other);

        Assert.Equal(4, site.Sessions().Count);
        Assert.All(sessions, session => Assert.InRange(site.Sessions()[session.Key] - session.Value, -2, 2));
        Assert.Equal("FRR is right already\n", site.Change(One).Output);
        Assert.Equal(0, site.Remove(Other).Status);
        Assert.DoesNotContain("bgplb-other", site.Gateway.RunningConfiguration);
        Assert.Equal("FRR is right already\n", site.Change(One).Output);
        Assert.Equal(sessions.Keys.Order(StringComparer.Ordinal), site.Sessions().Keys.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void Two_stacks_at_the_same_moment_take_turns()
    {
        using var site = new Site();
        using var first = site.Begin(One);
        using var second = site.Begin(Other);

        var outcomes = (first.Wait(TimeSpan.FromMinutes(3)), second.Wait(TimeSpan.FromMinutes(3)));

        Assert.True(outcomes.Item1.Status == 0, outcomes.Item1.All);
        Assert.True(outcomes.Item2.Status == 0, outcomes.Item2.All);
        Assert.Equal(0, site.Confirm(One).Status);
        Assert.Equal(0, site.Confirm(Other).Status);
        Assert.Equal("FRR is right already\n", site.Change(One).Output);
        Assert.Equal("FRR is right already\n", site.Change(Other).Output);
    }

    [SkippableFact]
    public void A_change_is_refused_while_another_stack_waits_for_its_sessions()
    {
        using var site = new Site();
        var patient = One with { NodeAsn = 64999, RevertAfter = TimeSpan.FromMinutes(5) };
        Assert.Equal(0, site.Change(patient).Status);
        var running = site.Gateway.RunningConfiguration;

        var outcome = site.Change(Other);

        Site.AssertFailed(
            outcome,
            "another change is in progress on this router: bgplb-prod waits for its sessions; nothing was changed"
        );
        Assert.Equal(running, site.Gateway.RunningConfiguration);
    }

    private static RouterDesign Renamed(RouterDesign design, string owner, string range) =>
        design with
        {
            Owner = owner,
            VipSubnets = owner == design.Owner ? design.VipSubnets : [Prefix.Parse("172.29.62.0/24")!],
            Families =
            [
                design.Families[0] with
                {
                    PeerGroup = $"{owner}-ipv4",
                    ListenRanges = [Prefix.Parse(range)!],
                    Sessions = 1,
                    Nodes = [Address.Parse(range.Split('/')[0])!],
                },
                design.Families[1] with
                {
                    PeerGroup = $"{owner}-ipv6",
                    ListenRanges = [Prefix.Parse($"fd47:25e1:2f96:51::{range.Split('.')[3].Split('/')[0]}/128")!],
                    Sessions = 1,
                    Nodes = [],
                },
            ],
        };

    private static string[] Lines(string text) => text.Split('\n');
}
