using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>What is promised. A design that cannot keep a promise is refused; the policies judge the rest.</summary>
/// <param name="Capacity">How many addresses are to be left; null for no such demand.</param>
/// <param name="Impact">What a change may do to traffic; null for anything.</param>
public sealed record ObjectiveSettings(
    FailoverSettings Failover,
    CapacitySettings? Capacity = null,
    ImpactSettings? Impact = null
)
{
    internal static ObjectiveSettings Read(Section s) =>
        new(
            s.Nested("failover", FailoverSettings.Read, "The longest time without traffic, per fault, in seconds."),
            s.OptionalNested("capacity", CapacitySettings.Read, "How many addresses are to be left in every pool."),
            s.OptionalNested("impact", ImpactSettings.Read, "The most that one change may do to traffic.")
        );
}

/// <summary>How many addresses are to be left in a pool; null demands nothing.</summary>
/// <param name="Free">Percent of the pool that nobody uses.</param>
/// <param name="Horizon">Months for which the pool lasts as it grows.</param>
public sealed record CapacitySettings(int? Free, int? Horizon)
{
    internal static CapacitySettings Read(Section s) =>
        new(
            Known(s.Optional("free", Kinds.Whole(0, 100), -1, "Percent of a pool that is to be free.", shown: "")),
            Known(
                s.Optional(
                    "horizon",
                    Kinds.Whole(0, 1200),
                    -1,
                    "Months for which a pool is to last, as it grows by pools[].growthPerMonth.",
                    shown: ""
                )
            )
        );

    private static int? Known(int number) => number >= 0 ? number : null;
}

/// <summary>Per fault the longest time for which traffic may be lost; null promises nothing.</summary>
public sealed record FailoverSettings(
    TimeSpan? SpeakerKilled,
    TimeSpan? NodeDies,
    TimeSpan? AgentRestarts,
    TimeSpan? NodeDrained,
    TimeSpan? LinkLost,
    TimeSpan? RouterReboots
)
{
    internal static FailoverSettings Read(Section s) =>
        new(
            Promise(s, "speakerKilled", "The BGP speaker of one node dies, the node lives."),
            Promise(s, "nodeDies", "A node dies without a word."),
            Promise(s, "agentRestarts", "Cilium's agent restarts, as in every upgrade."),
            Promise(s, "nodeDrained", "A node is drained and shut down."),
            Promise(s, "linkLost", "A node loses its link."),
            Promise(s, "routerReboots", "Counted from the moment at which the router's BGP runs again.")
        );

    private static TimeSpan? Promise(Section s, string name, string documentation) =>
        s.Optional(name, Kinds.Seconds, fallback: -1, documentation, shown: "") is >= 0 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
