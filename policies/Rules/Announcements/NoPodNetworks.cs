using BgpLb.Policies.Model;
using BgpLb.Policies.Rules.Cilium;

namespace BgpLb.Policies.Rules.Announcements;

/// <summary>The networks of pods and nodes stay within the cluster.</summary>
internal static class NoPodNetworks
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "no-pod-networks",
            Demand = "Only Services are announced: no pod networks, no addresses of interfaces.",
            Why =
                "Who can route to pods passes by every Service and its policies; and the routers refuse what is in no "
                + "pool, on every session and at every update.",
            Remedy = "Take the entry out of the CiliumBGPAdvertisement.",
            Wrong = "advertisements: [{ advertisementType: PodCIDR }]",
            Right =
                "advertisements: [{ advertisementType: Service, service: { addresses: [LoadBalancerIP] }, selector: {} }]",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource) =>
        from advertised in Advertised.Of(resource)
        where !Advertised.IsOfServices(advertised)
        let type = advertised["advertisementType"]
        select new Violation(type, $"{resource} announces {type.Shown}, and Services only are to be announced.");
}
