namespace BgpLb.Design;

/// <summary>What can fail.</summary>
public enum Fault
{
    /// <summary>The BGP speaker of a node dies; the node lives.</summary>
    SpeakerKilled,

    /// <summary>A node dies without a word.</summary>
    NodeDies,

    /// <summary>The agent restarts, as in every upgrade.</summary>
    AgentRestarts,

    /// <summary>A node is drained and shut down.</summary>
    NodeDrained,

    /// <summary>A node loses its link.</summary>
    LinkLost,

    /// <summary>The router reboots; counted from the moment its BGP runs again.</summary>
    RouterReboots,
}

/// <summary>The longest time for which a fault may cost traffic.</summary>
/// <param name="WorstCase">Computed, from the settings of both ends.</param>
/// <param name="Promise">What the settings promise; null for nothing.</param>
/// <param name="Because">What the worst case is made of.</param>
public sealed record FaultBudget(Fault Fault, TimeSpan WorstCase, TimeSpan? Promise, string Because);
