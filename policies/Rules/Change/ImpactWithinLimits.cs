using System.Collections.Immutable;
using BgpLb.Policies.Impact;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Change;

/// <summary>A change does no more to traffic than the stack allows.</summary>
internal static class ImpactWithinLimits
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "impact",
            Demand =
                "A change leaves no more nodes without routes at once, for no longer, and moves no more addresses than "
                + "objectives.impact allows.",
            Why =
                "A changed timer leaves every node of its peer config without routes for about 7 s, a changed password "
                + "or AS number for 2 to 3 s, and a removed pool takes its addresses away at once.",
            Remedy = "Change less in one update, or allow more in objectives.impact.",
            Wrong = "objectives: { impact: { seconds: 5 } }\nbgp: { holdTime: 9 → 12 }",
            Right = "objectives: { impact: { seconds: 7 } }\nbgp: { holdTime: 9 → 12 }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        foreach (var balancer in stack.OfType("bgplb:index:LoadBalancer").Where(found => found["impact"].Exists))
        {
            var allowed = balancer["impact"];
            var impact = ChangeImpact.Of(stack.KnownBefore, stack);
            if (impact.NodesAtOnce > allowed["nodesAtOnce"].Number)
            {
                yield return Found(
                    allowed["nodesAtOnce"],
                    $"{impact.NodesAtOnce} nodes are without routes at once",
                    impact
                        .Lines.Where(line => line is { Nodes: > 0, Seconds: not 0 })
                        .OrderByDescending(line => line.Nodes)
                );
            }

            if (allowed["seconds"].Number is { } seconds && !(impact.Seconds <= seconds))
            {
                yield return Found(
                    allowed["seconds"],
                    impact.Seconds is { } lasts ? $"Nodes are without routes for {lasts} s" : "Sessions end for good",
                    impact
                        .Lines.Where(line => !(line.Seconds <= seconds))
                        .OrderByDescending(line => line.Seconds ?? double.MaxValue)
                );
            }

            if (impact.Addresses > allowed["addresses"].Number)
            {
                yield return Found(
                    allowed["addresses"],
                    $"{impact.Addresses} addresses move or vanish",
                    impact.Lines.Where(line => line.Addresses > 0).OrderByDescending(line => line.Addresses)
                );
            }
        }
    }

    /// <param name="lines">The worst first.</param>
    private static Violation Found(Property limit, string effect, IEnumerable<ImpactLine> lines)
    {
        ImmutableArray<ImpactLine> causes = [.. lines];
        var gentler =
            causes.Select(line => line.Gentler).FirstOrDefault(way => way is not null)
            ?? "No way resets fewer sessions: update when that may be.";
        return new(
            causes.Select(line => line.At).FirstOrDefault(at => at is not null) ?? limit,
            $"{effect}, {limit.Shown} allowed by objectives.{limit.Path}: {Causes(causes)}.",
            $"{gentler} Or allow more in objectives.{limit.Path}."
        );
    }

    private static string Causes(ImmutableArray<ImpactLine> lines) =>
        string.Join("; ", lines.Take(3).Select(line => line.What))
        + (lines.Length > 3 ? $"; and {lines.Length - 3} more" : "");
}
