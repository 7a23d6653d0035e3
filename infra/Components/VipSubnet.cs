using BgpLb.Design;
using BgpLb.Graph;

namespace BgpLb.Components;

/// <summary>A network of load-balancer addresses. It has no children: it is on no interface, only announced.</summary>
public sealed class VipSubnet : ComponentResource
{
    internal VipSubnet(LoadBalancer parent, VipSubnetDesign subnet)
        : base(parent, "bgplb:index:VipSubnet", subnet.Prefix.ToString().Replace('/', '-').Replace(':', '-'))
    {
        Purpose = $"addresses of {string.Join(", ", subnet.Pools)}";
        Inputs = Fields.Of(
            ("prefix", subnet.Prefix.ToString()),
            ("pools", Items.Of(subnet.Pools.Select(name => (Value)name))),
            ("capacity", subnet.Capacity.ToString())
        );
    }
}
