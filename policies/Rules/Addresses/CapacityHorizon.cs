using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>A pool that will be empty soon is enlarged before it is.</summary>
internal static class CapacityHorizon
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "capacity-horizon",
            Demand = "Every pool lasts for objectives.capacity.horizon months, as it grows.",
            Why =
                "New addresses may need a new network and new rules elsewhere: that takes longer than a pool is empty.",
            Remedy =
                "Add addresses to the pool under pools[].addresses, or ask for less in objectives.capacity.horizon.",
            Wrong =
                "objectives: { capacity: { horizon: 6 } }\n"
                + "pools: [{ name: a, addresses: [10.10.50.0/28], inUse: 10, growthPerMonth: 2 }]",
            Right =
                "objectives: { capacity: { horizon: 6 } }\n"
                + "pools: [{ name: a, addresses: [10.10.50.0/27], inUse: 10, growthPerMonth: 2 }]",
            Severity = Severity.Warning,
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        if (PoolUsage.Demanded(stack, "horizonMonths") is not { } months)
        {
            yield break;
        }

        var usages = PoolUsage.Of(stack).ToArray();
        foreach (var usage in usages)
        {
            if (usage is { InUse: { } used, Growth: { } growth } && used + (growth * months) > usage.Capacity)
            {
                var lasts = Math.Floor(Math.Max(0, (usage.Capacity - used) / growth));
                yield return new(
                    usage.Pool["spec"]["blocks"],
                    $"{used} of {usage.Capacity} addresses of {usage.Pool} are given out; with {growth} "
                        + $"more a month they last {lasts} whole months, {months} are asked for."
                );
            }
        }

        if (Array.Find(usages, usage => usage.InUse is null || usage.Growth is null) is { } unknown)
        {
            throw new NotKnownYetException(
                $"how fast {unknown.Pool} fills: pools[].inUse and pools[].growthPerMonth say"
            );
        }
    }
}
