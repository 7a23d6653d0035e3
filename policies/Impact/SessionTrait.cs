using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>Something that a session is made of: if it changes, the session is reset.</summary>
/// <param name="Name">In words: "timers".</param>
/// <param name="Values">The session bounces if one of these goes; what is added does no harm.</param>
/// <param name="Seconds">For how long its nodes are without routes then; null for good.</param>
/// <param name="Gentler">A way that resets fewer sessions, where there is one.</param>
internal sealed record SessionTrait(
    string Name,
    Property At,
    ImmutableArray<string> Values,
    double? Seconds = Costs.NewSession,
    string? Gentler = null
)
{
    public SessionTrait(
        string name,
        Property at,
        string value,
        double? seconds = Costs.NewSession,
        string? gentler = null
    )
        : this(name, at, [value], seconds, gentler) { }

    /// <summary>Whether there is no session without it at all.</summary>
    public bool IsVital { get; private init; }

    /// <summary>A resource that has to be there.</summary>
    public static SessionTrait Vital(string name, StackResource resource) =>
        new(name, resource.Root, "", seconds: null) { IsVital = true };

    public bool IsLostIn(SessionTrait after) => Values.Except(after.Values, StringComparer.Ordinal).Any();
}
