using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Design;

/// <summary>What follows from the two shipped stacks.</summary>
public sealed class ShippedDesignTests
{
    private static readonly LoadBalancerDesign Dev = StackText.Dev.IsAccepted(StackText.Prod);
    private static readonly LoadBalancerDesign Prod = StackText.Prod.IsAccepted(StackText.Dev);

    [Fact]
    public void Prod_has_exactly_its_four_pools() =>
        Assert.Equal(
            ["bgp-default 100", "bgp-ingress 21", "bgp-reserved 50", "bgp-default-ipv6 256"],
            Prod.Pools.Select(pool => $"{pool.Name} {pool.Capacity}").ToArray()
        );

    [Fact]
    public void A_VIP_subnet_knows_its_pools() =>
        Assert.Equal(
            [
                "172.29.52.0/24: bgp-default, bgp-ingress, bgp-reserved, 171",
                "fd47:25e1:2f96:52::/64: bgp-default-ipv6, 256",
            ],
            Prod.VipSubnets.Select(subnet => $"{subnet.Prefix}: {string.Join(", ", subnet.Pools)}, {subnet.Capacity}")
                .ToArray()
        );

    [Fact]
    public void Every_node_group_dials_the_router_at_its_own_gateway() =>
        Assert.Equal(
            [
                "blue: 3 dial gateway-ipv4 at 10.10.30.1, AS 64512, as bgplb-ipv4",
                "green: 2 dial gateway-ipv4 at 10.10.40.1, AS 64512, as bgplb-ipv4",
            ],
            Sessions(Dev)
        );

    [Fact]
    public void A_dual_stack_has_one_session_per_family() =>
        Assert.Equal(
            [
                "nodes: 3 dial udm-pro-ipv4 at 172.29.51.1, AS 64513, as bgplb-ipv4",
                "nodes: 3 dial udm-pro-ipv6 at fd47:25e1:2f96:51::1, AS 64513, as bgplb-ipv6",
            ],
            Sessions(Prod)
        );

    [Fact]
    public void A_router_listens_where_nodes_are_and_takes_in_what_pools_hold()
    {
        Assert.Equal(["bgplb-dev-ipv4: 10.10.30.0/24 10.10.40.0/24, 5 sessions, 210 prefixes"], Ends(Dev));
        Assert.Equal(
            [
                "bgplb-prod-ipv4: 172.29.51.0/24, 3 sessions, 171 prefixes",
                "bgplb-prod-ipv6: fd47:25e1:2f96:51::/64, 3 sessions, 256 prefixes",
            ],
            Ends(Prod)
        );
    }

    [Fact]
    public void A_router_has_room_for_spare_nodes_in_each_family()
    {
        Assert.Equal(5 + 8, Dev.Routers[0].ListenLimit);
        Assert.Equal(6 + 16, Prod.Routers[0].ListenLimit);
        Assert.Equal(
            5 + 100,
            StackText.Dev.With("maximumPaths: 8", "spareNodes: 100").IsAccepted().Routers[0].ListenLimit
        );
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void A_router_takes_in_the_pools_addresses_and_no_other(string stack)
    {
        var design = stack == "dev" ? Dev : Prod;

        foreach (var family in design.Routers[0].Families)
        {
            var accepted = family.Accepted.Select(prefix => prefix.Range).ToArray();
            var pooled = design
                .Pools.SelectMany(pool => pool.Ranges)
                .Where(range => range.Family == family.Family)
                .ToArray();
            Assert.All(accepted, range => Assert.Contains(pooled, pool => pool.Contains(range)));
            Assert.Equal(Capacity.Of(pooled), Capacity.Of(accepted));
            Assert.Equal(family.PrefixLimit, Capacity.Of(pooled));
        }
    }

    [Fact]
    public void A_router_demands_the_communities_that_nodes_set()
    {
        Assert.Equal(["64512:100"], Prod.Session.Communities.ToArray());
        Assert.Equal(["64512:100"], Prod.Routers[0].Communities.ToArray());
        Assert.Empty(Dev.Routers[0].Communities);
    }

    [Fact]
    public void Names_follow_from_project_stack_and_their_own_setting_only()
    {
        var changed = StackText
            .Dev.With(
                "- name: dev-default\n",
                "- name: first\n      addresses: [10.10.50.240]\n    - name: dev-default\n"
            )
            .With("holdTime: 9", "holdTime: 6")
            .With("count: 2", "count: 7")
            .With("version: 1.20.2", "version: 1.18.3")
            .With("- name: blue", "- name: azure")
            .IsAccepted();

        Assert.Equal(
            [
                "bgplb-dev",
                "bgplb-dev-ipv4",
                "bgplb-vips",
                "bgplb-password",
                "bgplb-ipv4",
                "bgplb-blue",
                "bgplb-green",
                "gateway-ipv4",
                "gateway-ipv4",
            ],
            Names(Dev)
        );
        Assert.Equal([.. Names(Dev).Select(name => name == "bgplb-blue" ? "bgplb-azure" : name)], Names(changed));
    }

    private static string[] Sessions(LoadBalancerDesign design) =>
        [
            .. from peering in design.Peerings
            from peer in peering.Peers
            select $"{peering.NodeGroup}: {peering.Nodes} dial {peer.Name} at {peer.Address}, AS {peer.Asn}, "
                + $"as {peer.PeerConfigName}",
        ];

    private static string[] Ends(LoadBalancerDesign design) =>
        [
            .. design
                .Routers[0]
                .Families.Select(family =>
                    $"{family.PeerGroup}: {string.Join(' ', family.ListenRanges)}, {family.Sessions} sessions, "
                    + $"{family.PrefixLimit} prefixes"
                ),
        ];

    private static string[] Names(LoadBalancerDesign design) =>
        [
            design.Routers[0].Owner,
            .. design.Routers[0].Families.Select(family => family.PeerGroup),
            design.Session.AdvertisementName,
            design.Session.SecretName,
            .. design.Session.Families.Select(family => family.PeerConfigName),
            .. design.Peerings.Select(peering => peering.ConfigName),
            .. design.Peerings.SelectMany(peering => peering.Peers).Select(peer => peer.Name),
        ];
}
