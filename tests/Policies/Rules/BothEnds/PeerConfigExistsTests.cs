using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class PeerConfigExistsTests
{
    private const string Rule = "peer-config-exists";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_reference_to_a_config_that_is_not_there_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Config, "spec.bgpInstances[0].peers[1].peerConfigRef.name", "bgplb-ipv5"),
            "\"udm-pro-ipv6\" of CiliumBGPClusterConfig bgplb-nodes",
            "\"bgplb-ipv5\""
        );

    [Fact]
    public void A_peer_without_a_reference_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Config, "spec.bgpInstances[0].peers[0].peerConfigRef", null),
            "\"udm-pro-ipv4\"",
            "nothing"
        );

    [Fact]
    public void A_config_counts_by_the_name_of_its_object() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("CiliumBGPPeerConfig bgplb-ipv4", "metadata.name", "other"),
            "bgplb-ipv4"
        );

    [Fact]
    public void An_older_instance_s_peers_are_judged_as_well() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(
                Config,
                "spec.bgpInstances[1]",
                Fields.Of(("name", "second"), ("peers", Items.Of(Fields.Of(("name", "lost")))))
            ),
            "\"lost\""
        );

    private const string Config = "CiliumBGPClusterConfig bgplb-nodes";
}
