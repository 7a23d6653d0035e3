using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;
using BgpLb.Policies.Rules.Addresses;

namespace BgpLb.Policies.Impact;

/// <summary>Which addresses a change takes away from their Services: LB-IPAM does so at once.</summary>
internal static class PoolImpact
{
    private const string Gentler =
        "First add the new addresses or pool, then move the Services there one by one with the annotation "
        + "lbipam.cilium.io/ips, and in a later update remove what nobody uses any more.";

    public static IEnumerable<ImpactLine> Of(StackView before, StackView after)
    {
        var now = after.OfKind(PoolBlock.Kind).ToLookup(pool => pool.ObjectName, StringComparer.Ordinal);
        var used = PoolUsage.Of(before).ToDictionary(usage => usage.Pool.Urn, usage => usage.InUse);
        foreach (var pool in before.OfKind(PoolBlock.Kind))
        {
            var next = now[pool.ObjectName].FirstOrDefault();
            var ranges = PoolBlock.Of(pool).Select(block => block.Range).ToArray();
            var (what, count) =
                next is null ? ($"{pool} goes", Capacity.Of(ranges))
                : !ServicesOf(pool).IsWithin(ServicesOf(next))
                    ? ($"{next} no longer serves some Services", Capacity.Of(ranges))
                : ($"{next} loses addresses", Gone(ranges, next));
            // No more can move than have been given out.
            var addresses = (long)Math.Min(count, used[pool.Urn] ?? count);
            if (addresses > 0)
            {
                yield return new(what, Nodes: 0, Seconds: 0, addresses) { At = next?["spec"], Gentler = Gentler };
            }
        }
    }

    private static LabelSelector ServicesOf(StackResource pool) => LabelSelector.Of(pool["spec"]["serviceSelector"]);

    private static long Gone(AddressRange[] ranges, StackResource next)
    {
        var kept = PoolBlock.Of(next).Select(block => block.Range).ToArray();
        return ranges.Sum(range => range.Count - kept.Where(range.Overlaps).Sum(other => Common(range, other).Count));
    }

    private static AddressRange Common(AddressRange one, AddressRange other) =>
        new(one.First > other.First ? one.First : other.First, one.Last < other.Last ? one.Last : other.Last);
}
