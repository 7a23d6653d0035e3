using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>A pool that is nearly empty is seen before a Service waits for its address.</summary>
internal static class FreeCapacity
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "free-capacity",
            Demand = "Of every pool, as much is free as objectives.capacity.free asks for.",
            Why = "A Service that finds its pool empty stays without an address, and says so only in a condition.",
            Remedy = "Add addresses to the pool under pools[].addresses, or ask for less in objectives.capacity.free.",
            Wrong =
                "objectives: { capacity: { free: 20 } }\npools: [{ name: a, addresses: [10.10.50.0/28], inUse: 14 }]",
            Right =
                "objectives: { capacity: { free: 20 } }\npools: [{ name: a, addresses: [10.10.50.0/27], inUse: 14 }]",
            Severity = Severity.Warning,
            Enforcement = Enforcement.Advisory,
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        if (PoolUsage.Demanded(stack, "freePercent") is not { } demanded)
        {
            yield break;
        }

        var usages = PoolUsage.Of(stack).ToArray();
        foreach (var usage in usages.Where(usage => usage.Capacity > 0))
        {
            var free = 100 * (usage.Capacity - usage.InUse) / usage.Capacity;
            if (free < demanded)
            {
                yield return new(
                    usage.Pool["spec"]["blocks"],
                    $"{usage.InUse} of {usage.Capacity} addresses of {usage.Pool} are given out, "
                        + $"{Math.Floor(free.Value)} % are free, {demanded} % are asked for."
                );
            }
        }

        if (Array.Find(usages, usage => usage.InUse is null) is { } unknown)
        {
            throw new NotKnownYetException($"how many addresses of {unknown.Pool} are given out: pools[].inUse says");
        }
    }
}
