using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>A VIP subnet of a stack.</summary>
internal sealed record VipNetwork(Property At, Prefix Prefix)
{
    /// <summary>For a message.</summary>
    public string Shown => At.IsSecret ? At.Shown : $"{Prefix}";

    /// <summary>Those that can be read.</summary>
    public static IEnumerable<VipNetwork> Of(StackView stack) =>
        from subnet in stack.OfType("bgplb:index:VipSubnet")
        let prefix = Prefix.Parse(subnet["prefix"].Text ?? "")
        where prefix is not null
        select new VipNetwork(subnet["prefix"], prefix);
}

/// <summary>A network that is in use for something else.</summary>
/// <param name="Use">In words: "the pods' network of LoadBalancer dev".</param>
internal sealed record UsedNetwork(AddressRange Range, string Shown, string Use)
{
    /// <summary>The networks in which a cluster's nodes are, and the addresses that its routers have there.</summary>
    public static IEnumerable<UsedNetwork> OnLinks(StackView stack) =>
        [
            .. from peering in stack.OfType("bgplb:index:BgpPeering")
            from nodes in peering["nodeGroups"].Entries
            from used in Of(nodes.Value["subnets"], $"the nodes of {nodes.Name}")
            select used,
            .. from router in stack.OfType("bgplb:index:RouterChange")
            from used in Of(router["addresses"], $"an interface of {router.Name}")
            select used,
        ];

    /// <summary>The networks that exist inside a cluster only.</summary>
    public static IEnumerable<UsedNetwork> InCluster(StackView stack) =>
        from balancer in stack.OfType("bgplb:index:LoadBalancer")
        from used in Of(balancer["pods"], "the pods").Concat(Of(balancer["services"], "the cluster IPs"))
        select used;

    private static IEnumerable<UsedNetwork> Of(Property networks, string use) =>
        from network in networks.Elements
        let range = AddressRange.Parse(network.Text ?? "")
        where range is not null
        select new UsedNetwork(range, network.IsSecret ? network.Shown : network.Text!, use);
}
