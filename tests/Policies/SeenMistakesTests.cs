using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies;

/// <summary>Sixteen mistakes that were seen in real set-ups. Each is refused by a rule that can be named.</summary>
public sealed class SeenMistakesTests
{
    private const string PeerConfig = "CiliumBGPPeerConfig bgplb-ipv4";
    private const string ClusterConfig = "CiliumBGPClusterConfig bgplb-nodes";
    private const string Advertisement = "CiliumBGPAdvertisement bgplb-vips";
    private const string Router = "RouterChange udm-pro";

    private static readonly Fields Standard = Fields.Of(("standard", Items.Of("64512:100")));

    public static TheoryData<string, string> Mistakes =>
        new()
        {
            { "a prefix-list that permits exactly the network", "pools-in-filter" },
            { "a password mismatch mended by taking the password away", "password-both-ends" },
            { "a misplaced selector", "known-fields" },
            { "communities as a list", "known-fields" },
            { "a field advertisementsRef", "known-fields" },
            { "a family selector that matches no advertisement", "families-select-advertisements" },
            { "a removed kind still deployed", "removed-kinds" },
            { "a label default on one side and bgp-default on the other", "advertisements-select-services" },
            { "several virtual routers with one AS number", "one-instance" },
            { "a rollback that looks for the name of another run", "stable-commands" },
            { "a fixed sleep instead of a gate", "confirmed-last" },
            { "a validator that ends in success", "command-can-fail" },
            { "graceful restart of 120 s next to a promise of 3 s", "failover-budget" },
            { "a prefix length in a neighbor statement", "neighbors-by-range" },
            { "maximum-paths outside the address family", "multipath" },
            { "a VIP subnet that an interface carries", "vip-subnet-apart" },
            { "a timeout that is declared and never used", "revert-timer" },
            { "neighbors that are left shut down", "sessions-enabled" },
            { "neighbors listed by hand", "neighbors-by-range" },
            { "an omitted selector that means nothing", "advertisements-select-services" },
            { "a lost session that nobody can see", "observable" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_refused(string mistake, string rule)
    {
        var findings = Expect.VerdictOf(rule, Made(mistake)).Findings;

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.True(finding.IsMandatory, finding.Message));
    }

    [Fact]
    public void Without_them_none_of_these_rules_finds_anything() =>
        Assert.All(
            Mistakes.Select(row => (string)row[1]).Distinct(),
            rule => Assert.Empty(Expect.VerdictOf(rule, Updated.Prod).Findings)
        );

    private static StackView Made(string mistake) =>
        mistake switch
        {
            "a prefix-list that permits exactly the network" => Updated.Prod.Replace(
                Router,
                "configuration",
                "fd47:25e1:2f96:52:100::/120 ge 128 le 128",
                "fd47:25e1:2f96:52:100::/120"
            ),
            "a password mismatch mended by taking the password away" => Updated.Prod.With(
                PeerConfig,
                "spec.authSecretRef",
                null
            ),
            "a misplaced selector" => Updated.Prod.With(
                Advertisement,
                "spec.advertisements[0].service.selector",
                Fields.Empty
            ),
            "communities as a list" => Updated.Prod.With(
                Advertisement,
                "spec.advertisements[0].attributes.communities",
                Items.Of("64512:100")
            ),
            "a field advertisementsRef" => Updated.Prod.With(
                PeerConfig,
                "spec.families[0].advertisementsRef",
                Standard
            ),
            "a family selector that matches no advertisement" => Updated.Prod.With(
                PeerConfig,
                "spec.families[0].advertisements.matchLabels",
                Fields.Of(("advertise", "bgp"))
            ),
            "a removed kind still deployed" => Updated.Prod.And(
                "kubernetes:cilium.io/v2alpha1:CiliumBGPPeeringPolicy",
                "old",
                Fields.Of(("metadata", Fields.Of(("name", "old"))))
            ),
            "a label default on one side and bgp-default on the other" => Updated
                .Prod.With(
                    "CiliumLoadBalancerIPPool bgp-reserved",
                    "spec.serviceSelector",
                    Fields.Of(("matchLabels", Fields.Of(("pool", "default"))))
                )
                .With(
                    Advertisement,
                    "spec.advertisements[0].selector",
                    Fields.Of(("matchLabels", Fields.Of(("pool", "bgp-default"))))
                ),
            "several virtual routers with one AS number" => Updated.Prod.With(
                ClusterConfig,
                "spec.bgpInstances[1]",
                Fields.Of(("name", "second"), ("localASN", 64512), ("peers", Items.Of()))
            ),
            "a rollback that looks for the name of another run" => Beside("cp -r /config /backup-$(date +%s)"),
            "a fixed sleep instead of a gate" => Updated.Prod.With(
                "Command udm-pro-confirmation",
                "create",
                "sleep 60"
            ),
            "a validator that ends in success" => Beside("validate /config || true"),
            "graceful restart of 120 s next to a promise of 3 s" => Updated
                .Prod.With("LoadBalancer home-ops", "promises.nodeDies", 3)
                .With(Router, "probesNeighbours", false)
                .With(Router, "keepsRoutes", null)
                .With(PeerConfig, "spec.timers.holdTimeSeconds", 90)
                .With(PeerConfig, "spec.gracefulRestart.restartTimeSeconds", 120),
            "a prefix length in a neighbor statement" => Configured.AndFrr("neighbor 172.29.51.11/24 remote-as 64512"),
            "maximum-paths outside the address family" => Configured.AndFrr("maximum-paths 8"),
            "a VIP subnet that an interface carries" => Updated.Prod.With(Router, "addresses[0]", "172.29.52.1"),
            "a timeout that is declared and never used" => Updated.Prod.With(
                "Command udm-pro-change",
                "stdin",
                new Text("REVERT_AFTER='300'\nvtysh -f new\n").AsSecret()
            ),
            "neighbors that are left shut down" => Configured.AndFrr("neighbor bgplb-prod-ipv4 shutdown"),
            "neighbors listed by hand" => Configured.AndFrr("neighbor 172.29.51.11 remote-as 64512"),
            "an omitted selector that means nothing" => Updated.Prod.With(
                Advertisement,
                "spec.advertisements[0].selector",
                null
            ),
            "a lost session that nobody can see" => Updated.Prod.WithValue(
                "bgpControlPlane.statusReport.enabled",
                false
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(mistake), mistake, "no such mistake"),
        };

    private static StackView Beside(string command) =>
        Updated.Prod.And("command:local:Command", "by-hand", Fields.Of(("create", command)));
}
