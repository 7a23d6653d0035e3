using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules;

/// <summary>What somebody has marked as a secret is judged, and stands in no message.</summary>
public sealed class QuotedSecretTests
{
    private const string Pool = "CiliumLoadBalancerIPPool bgp-default-ipv6";

    [Theory]
    [InlineData("blocks-valid", Pool, "spec.blocks[0].cidr", "10.77.0.9/24", "10.77.0")]
    [InlineData("blocks-valid", Pool, "spec.blocks[0].cidr", "10.77.0", "10.77.0")]
    [InlineData("pools-in-vip-subnet", Pool, "spec.blocks[0].cidr", "10.77.0.0/24", "10.77.0")]
    [InlineData("pools-disjoint", Pool, "spec.blocks[0].cidr", "172.29.52.220/30", "52.223")]
    [InlineData("vip-subnet-apart", "LoadBalancer home-ops", "pods[0]", "172.29.52.128/25", "52.128")]
    [InlineData("vip-subnet-apart", "VipSubnet 172.29.52.0-24", "prefix", "172.29.51.128/25", "51.128")]
    [InlineData("vip-subnet-apart-across-stacks", "VipSubnet 172.29.52.0-24", "prefix", "10.10.50.64/26", "50.64")]
    [InlineData("promotion", "CiliumRelease cilium", "version", "9.9.9", "9.9.9")]
    public void No_message_quotes_it(string rule, string resource, string path, string content, string quoted)
    {
        var stack = Shipped
            .Prod.With("LoadBalancer home-ops", "promotion.after", "prod-like")
            .With(resource, path, ((Value)content).AsSecret()) with
        {
            Others = [Shipped.Dev, Shipped.Prod with { Name = "prod-like", Resources = WithoutNetworks }],
        };

        var finding = Assert.Single(Expect.VerdictOf(rule, stack).Findings);

        Assert.DoesNotContain(quoted, finding.Message, StringComparison.Ordinal);
        Assert.Contains("secret", finding.Message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A stack like prod that is nowhere.</summary>
    private static System.Collections.Immutable.ImmutableArray<StackResource> WithoutNetworks { get; } =
        Shipped.Prod.Resources.RemoveAll(resource =>
            resource.Type is "bgplb:index:VipSubnet" or "bgplb:index:BgpPeering"
        );
}
