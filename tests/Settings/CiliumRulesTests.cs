namespace BgpLb.Tests.Settings;

public sealed class CiliumRulesTests
{
    [Theory]
    [InlineData("1.18.0")]
    [InlineData("1.19.4")]
    [InlineData("1.20.2")]
    public void A_version_from_1_18_is_taken(string version) =>
        StackText.Dev.With("version: 1.20.2", $"version: {version}").IsAccepted();

    [Theory]
    [InlineData("1.17.0")]
    [InlineData("1.17.9")]
    [InlineData("0.18.0")]
    public void An_older_version_is_refused_with_the_reason(string version) =>
        StackText
            .Dev.With("version: 1.20.2", $"version: {version}")
            .IsRefused(
                $"cilium.version: found \"{version}\"; allowed: 1.18.0 or later: before, the BGP kinds are "
                    + "cilium.io/v2alpha1, which this program does not write"
            );

    [Theory]
    [InlineData("1.19.0")]
    [InlineData("1.19.3")]
    public void A_version_that_breaks_BGP_during_the_upgrade_is_refused_with_the_reason(string version) =>
        StackText
            .Dev.With("version: 1.20.2", $"version: {version}")
            .IsRefused(
                $"cilium.version: found \"{version}\"; allowed: 1.18, or 1.19.4 and later: "
                    + "upgrading to 1.19.0–1.19.3 breaks BGP in the middle of the roll (cilium#45802)"
            );

    [Theory]
    [InlineData("\"1.20\"")]
    [InlineData("v1.20.2")]
    [InlineData("1.20.02")]
    [InlineData("1.20.x")]
    [InlineData("latest")]
    public void A_version_is_exact(string version) =>
        StackText
            .Dev.With("version: 1.20.2", $"version: {version}")
            .IsRefused(
                $"cilium.version: found \"{version.Trim('"')}\"; allowed: a release such as 1.20.2, 1.18 or later"
            );

    [Fact]
    public void A_number_that_YAML_would_shorten_wants_quotes() =>
        StackText
            .Dev.With("version: 1.20.2", "version: 1.20")
            .IsRefused("cilium.version: found 1.20, which YAML reads as the number 1.2; allowed: \"1.20\" in quotes");

    [Fact]
    public void Direct_server_return_needs_the_kube_proxy_replacement() =>
        StackText
            .Prod.With("loadBalancerMode: dsr", "loadBalancerMode: dsr\n    kubeProxyReplacement: false")
            .With("loadBalancerMode: dsr", "loadBalancerMode: dsr # fast")
            .IsRefused(
                "cilium.loadBalancerMode: found dsr; "
                    + "allowed: snat, or cilium.kubeProxyReplacement: true, which the other modes need"
            );

    [Fact]
    public void Without_kube_proxy_somebody_says_where_the_API_server_is()
    {
        var dev = StackText.Dev.With("distribution: harvester", "distribution: generic");

        dev.IsRefusedWith(
            $"{dev.LineOf("bgplb:cluster")} cluster.apiServer: found nothing; allowed: host and port of the API server: "
                + "without kube-proxy Cilium cannot find it by its Service"
        );
        dev.With("asn: 64513", "asn: 64513\n    apiServer: { host: 10.10.30.9 }").IsAccepted();
    }

    [Fact]
    public void Objects_to_adopt_are_the_stack_s_own() =>
        StackText
            .Prod.With(
                "management: adopt",
                "management: adopt\n    adoptObjects: [CiliumLoadBalancerIPPool/bgp-defualt]"
            )
            .With("bgp-defualt]", "bgp-defualt] # ours")
            .IsRefused(
                "cilium.adoptObjects[0]: found \"CiliumLoadBalancerIPPool/bgp-defualt\", which the stack does not have; "
                    + "allowed: \"CiliumLoadBalancerIPPool/bgp-default\" is the nearest known one"
            );

    [Theory]
    [InlineData("CiliumLoadBalancerIPPool/bgp-ingress")]
    [InlineData("CiliumBGPPeerConfig/bgplb-ipv6")]
    [InlineData("CiliumBGPAdvertisement/bgplb-vips")]
    [InlineData("CiliumBGPClusterConfig/bgplb-nodes")]
    public void Each_kind_of_object_can_be_adopted(string name) =>
        StackText.Prod.With("management: adopt", $"management: adopt\n    adoptObjects: [{name}]").IsAccepted();
}
