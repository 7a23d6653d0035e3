using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What a timeline shows, in numbers.</summary>
internal static class LossTable
{
    public static Markup Of(string scenario, TrafficRecord traffic) =>
        Table.Of(
            $"Loss by address in “{scenario}”",
            ["Address", "Flows", "With loss", "Datagrams lost", "Longest gap", "First gap from", "Last gap until"],
            traffic
                .Flows.GroupBy(flow => flow.Vip)
                .Select(
                    IReadOnlyList<Markup> (flows) =>
                        [
                            Words.Addresses([flows.Key]),
                            Markup.Of($"{flows.Count()}"),
                            Markup.Of($"{flows.Count(flow => flow.Lost > 0)}"),
                            Table.Cell($"{flows.Sum(flow => flow.Lost)} of {flows.Sum(flow => flow.Sent)}"),
                            .. Gaps([.. flows.SelectMany(flow => flow.Gaps)]),
                        ]
                )
        );

    private static Markup[] Gaps(Gap[] gaps) =>
        gaps.Length == 0
            ? [Table.Cell("none"), Markup.Empty, Markup.Empty]
            :
            [
                Table.Cell(Words.Duration(gaps.Max(gap => gap.Length))),
                Table.Cell(Words.At(gaps.Min(gap => gap.Start))),
                Table.Cell(Words.At(gaps.Max(gap => gap.Start + gap.Length))),
            ];
}
