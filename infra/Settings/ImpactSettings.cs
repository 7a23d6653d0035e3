using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The most that one change may do to traffic; null allows anything.</summary>
/// <param name="NodesAtOnce">Nodes that are without routes at the same time.</param>
/// <param name="Seconds">For how long they are.</param>
/// <param name="Addresses">Addresses that move to another Service or vanish.</param>
public sealed record ImpactSettings(int? NodesAtOnce, double? Seconds, int? Addresses)
{
    internal static ImpactSettings Read(Section s) =>
        new(
            Count(s, "nodesAtOnce", "Nodes that may be without routes at the same time."),
            s.Optional("seconds", Kinds.Seconds, -1, "For how long nodes may be without routes.", shown: "")
                is >= 0
                    and var seconds
                ? seconds
                : null,
            Count(s, "addresses", "Addresses that may move to another Service or vanish.")
        );

    private static int? Count(Section s, string name, string documentation) =>
        s.Optional(name, Kinds.Whole(0, int.MaxValue), -1, documentation, shown: "") is >= 0 and var count
            ? count
            : null;
}
