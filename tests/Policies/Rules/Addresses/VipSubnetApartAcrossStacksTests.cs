using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class VipSubnetApartAcrossStacksTests
{
    private const string Rule = "vip-subnet-apart-across-stacks";

    [Fact]
    public void The_shipped_stacks_keep_it()
    {
        Expect.Kept(Rule, Beside(Shipped.Dev));
        Expect.Kept(Rule, Shipped.Dev with { Others = [Shipped.Prod] });
    }

    [Fact]
    public void Nothing_is_known_where_nobody_has_looked() => Expect.Undecided(Rule, Shipped.Prod, "other stacks");

    [Fact]
    public void A_stack_without_VIP_subnets_need_not_know() =>
        Expect.Kept(Rule, Shipped.Dev.Without("VipSubnet 10.10.50.0-24"));

    [Fact]
    public void A_project_of_one_stack_keeps_it() => Expect.Kept(Rule, Shipped.Prod with { Others = [] });

    [Theory]
    [InlineData("VipSubnet 10.10.50.0-24", "prefix", "172.29.0.0/16", "172.29.0.0/16 of stack dev (VIPs)")]
    [InlineData(
        "BgpPeering bgp-peering",
        "nodeGroups.blue.subnets[0]",
        "172.29.52.0/24",
        "172.29.52.0/24 of stack dev (the nodes of blue)"
    )]
    [InlineData(
        "RouterChange gateway",
        "addresses[0]",
        "172.29.52.255",
        "172.29.52.255 of stack dev (an interface of gateway)"
    )]
    public void A_network_of_another_stack_is_found(string resource, string path, string network, string says) =>
        Expect.Violated(
            Rule,
            Beside(Shipped.Dev.With(resource, path, network)),
            $"VIP subnet 172.29.52.0/24 overlaps {says}."
        );

    [Theory]
    [InlineData("VipSubnet 10.10.50.0-24", "prefix", "172.29.53.0/24")]
    [InlineData("LoadBalancer dev", "pods[0]", "172.29.52.0/24")]
    public void A_network_beside_it_and_pods_of_another_cluster_are_apart(
        string resource,
        string path,
        string network
    ) => Expect.Kept(Rule, Beside(Shipped.Dev.With(resource, path, network)));

    private static StackView Beside(StackView dev) => Shipped.Prod with { Others = [dev] };
}
