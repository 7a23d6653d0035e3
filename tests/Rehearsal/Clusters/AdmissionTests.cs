using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Clusters.Gobgp;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

/// <summary>The words are those of an API server with Cilium's CRDs.</summary>
public class AdmissionTests
{
    [Theory]
    [InlineData(
        "CiliumBGPPeerConfig",
        """{"timers": {"holdTimeSeconds": 2, "keepAliveTimeSeconds": 1}}""",
        "The CiliumBGPPeerConfig \"x\" is invalid: spec.timers.holdTimeSeconds: Invalid value: 2: spec.timers.holdTimeSeconds in body should be greater than or equal to 3"
    )]
    [InlineData(
        "CiliumBGPPeerConfig",
        """{"timers": {"holdTimeSeconds": 9}}""",
        "The CiliumBGPPeerConfig \"x\" is invalid: spec.timers: Invalid value: keepAliveTimeSeconds can not be larger than holdTimeSeconds"
    )]
    [InlineData(
        "CiliumBGPPeerConfig",
        """{"gracefulRestart": {"restartTimeSeconds": 20}}""",
        "spec.gracefulRestart.enabled: Required value"
    )]
    [InlineData(
        "CiliumBGPPeerConfig",
        """{"gracefulRestart": {"enabled": true, "restartTimeSeconds": 5000}, "ebgpMultihop": 300}""",
        "* spec.ebgpMultihop: Invalid value: 300: spec.ebgpMultihop in body should be less than or equal to 255"
    )]
    [InlineData(
        "CiliumBGPAdvertisement",
        """{"advertisements": [{"advertisementType": "Service"}]}""",
        "The CiliumBGPAdvertisement \"x\" is invalid: spec.advertisements[0]: Invalid value: service field is required for the 'Service' advertisementType"
    )]
    [InlineData(
        "CiliumBGPAdvertisement",
        """{"advertisements": [{"advertisementType": "Service", "service": {"addresses": ["LoadBalancerIP", "Foo"]}}]}""",
        "spec.advertisements[0].service.addresses[1]: Unsupported value: \"Foo\": supported values: \"LoadBalancerIP\", \"ClusterIP\", \"ExternalIP\""
    )]
    [InlineData(
        "CiliumBGPAdvertisement",
        """{"advertisements": [{"attributes": {"communities": {"standard": ["64512:1", "70000:1"]}}}]}""",
        "spec.advertisements[0].attributes.communities.standard[1]: Invalid value: \"70000:1\""
    )]
    [InlineData(
        "CiliumBGPClusterConfig",
        """{"bgpInstances": [{"name": "a"}, {"name": "a"}]}""",
        "failed to create typed patch object (/x; cilium.io/v2, Kind=CiliumBGPClusterConfig): .spec.bgpInstances: duplicate entries for key [name=\"a\"]"
    )]
    [InlineData(
        "CiliumBGPClusterConfig",
        """{"bgpInstances": [{"name": "a", "localASN": 0}]}""",
        "spec.bgpInstances[0].localASN: Invalid value: 0: spec.bgpInstances[0].localASN in body should be greater than or equal to 1"
    )]
    [InlineData(
        "CiliumBGPClusterConfig",
        """{"bgpInstances": [{"name": "a", "peers": [{"name": "p", "peerAddress": "10.0.0.0/24"}]}]}""",
        "spec.bgpInstances[0].peers[0].peerAddress: Invalid value: \"10.0.0.0/24\""
    )]
    [InlineData(
        "CiliumLoadBalancerIPPool",
        """{"blocks": [{"cidr": "foo"}]}""",
        "spec.blocks[0].cidr: Invalid value: \"foo\": spec.blocks[0].cidr in body must be of type cidr: \"foo\""
    )]
    [InlineData(
        "CiliumLoadBalancerIPPool",
        """{"allowFirstLastIPs": "maybe"}""",
        "spec.allowFirstLastIPs: Unsupported value: \"maybe\": supported values: \"Yes\", \"No\""
    )]
    public void What_the_schema_forbids_is_refused_in_its_words(string kind, string spec, string expected)
    {
        var store = new ObjectStore(TimeProvider.System);

        var refusal = Assert.Throws<RehearsalException>(() => store.Apply(Custom(kind, "x", spec)));

        Assert.Contains(expected, refusal.Message);
        Assert.Empty(store.List("cilium.io/v2", kind));
    }

    [Theory]
    [InlineData(
        "CiliumBGPPeerConfig",
        """{"timers": {"holdTimeSeconds": 30}, "gracefulRestart": {"enabled": false}}"""
    )]
    [InlineData("CiliumBGPPeerConfig", "{}")]
    [InlineData(
        "CiliumBGPClusterConfig",
        """{"bgpInstances": [{"name": "a", "localASN": 4294967295}, {"name": "b"}]}"""
    )]
    [InlineData(
        "CiliumBGPAdvertisement",
        """{"advertisements": [{"attributes": {"communities": {"standard": ["65535:65535", "4294967295"]}}}]}"""
    )]
    public void What_it_allows_is_taken(string kind, string spec)
    {
        var store = new ObjectStore(TimeProvider.System);

        store.Apply(Custom(kind, "x", spec));

        Assert.Single(store.List("cilium.io/v2", kind));
    }
}
