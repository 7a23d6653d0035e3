namespace BgpLb.Design;

/// <summary>
/// How a router asks its neighbours on the nodes' link whether they live. One that stays silent is left out of the next
/// hops at once, and BGP follows when the hold time has run out. The measurements are in
/// <c>docs/decisions/neighbour-probing.md</c>.
/// </summary>
/// <remarks>Multiples of 20 ms: every kernel keeps them exactly, however often its clock ticks.</remarks>
public static class NeighbourProbing
{
    /// <summary>
    /// For how long a sign of life counts; the kernel takes half of it to one and a half of it. It can count twice: the
    /// router's next BGP message after a death takes an answer from before it for a new one.
    /// </summary>
    public static readonly TimeSpan Reachable = TimeSpan.FromMilliseconds(40);

    /// <summary>From one unanswered question to the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(60);

    /// <summary>How many questions have to stay unanswered.</summary>
    public const int Probes = 5;

    /// <summary>How often all of the link is asked for a neighbour that is not known: 3 s, as long as the kernel does unasked.</summary>
    public const int Resolutions = 50;

    /// <summary>From a silent death to the next hop being left out; 0.42 s by arithmetic, and the timers' steps.</summary>
    public static readonly TimeSpan WorstCase = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// How often a host of the link is asked within a second and in one family, on average and while packets go to it.
    /// </summary>
    public static int QuestionsPerSecond => (int)(TimeSpan.FromSeconds(1) / Reachable);
}
