using BgpLb.Graph;
using BgpLb.Policies;
using BgpLb.Settings;
using BgpLb.Stacks.Check;
using BgpLb.Tests.Policies.Support;
using BgpLb.Tests.Stacks.Check.Support;

namespace BgpLb.Tests.Stacks.Check;

/// <summary>Where a person mends what was found in a resource.</summary>
public sealed class SettingsPlaceTests
{
    [Theory]
    [InlineData("LoadBalancer home-ops", "promises.nodeDies", "objectives.failover.nodeDies", 61)]
    [InlineData("LoadBalancer home-ops", "failover.linkLost", "objectives.failover.linkLost", 64)]
    [InlineData("LoadBalancer home-ops", "capacity.bgp-reserved", "pools[2]", 32)]
    [InlineData("LoadBalancer home-ops", "pods[0]", "cluster.podCidrs", 8)]
    [InlineData("LoadBalancer home-ops", "services", "cluster.serviceCidrs", 9)]
    [InlineData("VipSubnet fd47-25e1-2f96-52---64", "prefix", "vipSubnets[1]", 24)]
    [InlineData("CiliumLoadBalancerIPPool bgp-ingress", "", "pools[1]", 29)]
    [InlineData("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0]", "pools[1].addresses", 31)]
    [InlineData("AddressPools address-pools", "pools.bgp-ingress", "pools[1]", 29)]
    [InlineData("AddressPools address-pools", "", "pools", 25)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec.timers.holdTimeSeconds", "bgp.holdTime", 50)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec.timers.keepAliveTimeSeconds", "bgp.keepAliveTime", 51)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec.timers.connectRetryTimeSeconds", "bgp.connectRetryTime", 49)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec.gracefulRestart.restartTimeSeconds", "bgp.gracefulRestart", 54)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec.authSecretRef", "bgp.password", 55)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec.families[0]", "bgp", 49)]
    [InlineData(
        "CiliumBGPAdvertisement bgplb-vips",
        "spec.advertisements[0].attributes.communities",
        "bgp.communities",
        52
    )]
    [InlineData("CiliumBGPClusterConfig bgplb-nodes", "spec.bgpInstances[0].peers", "cluster.nodeGroups[0]", 11)]
    [InlineData("CiliumBGPClusterConfig bgplb-nodes", "spec.bgpInstances[0].localASN", "cluster.asn", 7)]
    [InlineData("BgpPeering bgp-peering", "nodeGroups.nodes", "cluster.nodeGroups[0]", 11)]
    [InlineData("BgpPeering bgp-peering", "holdTime", "bgp.holdTime", 50)]
    [InlineData("ExternalSecret bgplb-password", "spec", "bgp.password", 55)]
    [InlineData("BgpPassword bgp-password", "source", "bgp.password", 55)]
    [InlineData("Release cilium", "version", "cilium.version", 19)]
    [InlineData("Release cilium", "values.bgpControlPlane.enabled", "cilium.values.bgpControlPlane.enabled", 18)]
    [InlineData("CiliumRelease cilium", "management", "cilium.management", 21)]
    [InlineData("RouterChange udm-pro", "asn", "routers[0].asn", 41)]
    [InlineData("RouterChange udm-pro", "configuration", "routers[0]", 39)]
    [InlineData("RouterConfirmation udm-pro", "", "routers[0]", 39)]
    [InlineData("Command udm-pro-change", "connection.host", "routers[0].ssh.host", 45)]
    [InlineData("Command udm-pro-confirmation", "connection", "routers[0].ssh", 44)]
    [InlineData("Stack bgplb-prod", "", "", 0)]
    public void A_resource_leads_to_its_setting(string resource, string property, string path, int line) =>
        Assert.Equal((path, line), PlaceOf(resource, property, remedy: ""));

    [Theory]
    [InlineData(
        "RouterChange udm-pro",
        "configuration",
        "Raise routers[].maximumPaths.",
        "routers[0].maximumPaths",
        43
    )]
    [InlineData("RouterChange udm-pro", "configuration", "Lower pools[].addresses.", "routers[0]", 39)]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv6", "spec", "Set bgp.holdTime to 9.", "bgp.holdTime", 50)]
    [InlineData("Stack bgplb-prod", "", "Set cilium.version, and pools[].addresses.", "cilium.version", 19)]
    [InlineData("Stack bgplb-prod", "", "Change pools[].addresses.", "pools", 25)]
    public void So_does_the_setting_that_the_remedy_names(
        string resource,
        string property,
        string remedy,
        string path,
        int line
    ) => Assert.Equal((path, line), PlaceOf(resource, property, remedy));

    [Fact]
    public void A_pool_that_somebody_made_beside_the_program_leads_to_the_files_first_line()
    {
        var block = Fields.Of(("cidr", "172.29.52.210/32"));
        var report = Spoiled.Report(
            "prod",
            stack =>
                stack.And(
                    "kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool",
                    "by-hand",
                    Fields.Of(("spec", Fields.Of(("blocks", Items.Of(block)))))
                )
        );
        Assert.Contains(report.Stacks[0].Findings, found => found is { Finding.Rule: "pools-disjoint", Line: 1 });
    }

    private static (string Path, int Line) PlaceOf(string resource, string property, string remedy)
    {
        var stack = Spoiled.Stack("prod", stack => stack);
        var found = stack.View!.The(resource);
        var finding = new Finding("x", Severity.Error, "", "", remedy) { Urn = found.Urn, Property = property };
        var path = new SettingsPlace(stack.Planned!.Reading!.Settings!, stack.View!).Of(finding);
        return (path, stack.Planned.Reading.LineOf(path));
    }
}
