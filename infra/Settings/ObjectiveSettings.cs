using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>What is promised. A design that cannot keep a promise is refused.</summary>
public sealed record ObjectiveSettings(FailoverSettings Failover)
{
    internal static ObjectiveSettings Read(Section s) =>
        new(s.Nested("failover", FailoverSettings.Read, "The longest time without traffic, per fault, in seconds."));
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
