using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Change;

/// <summary>What a stack runs, the stack before it has run.</summary>
internal static class Promotion
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "promotion",
            Demand =
                "A stack runs only what the stack in its setting promotion.after runs: Cilium's version, the routers' "
                + "dialects, routing and load-balancer mode, graceful restart, the password's source, families.",
            Why = "What no stack has run before this one meets its first users here.",
            Remedy = "Bring it to the earlier stack first, and let its update end with the routers' confirmation.",
            Wrong = "Pulumi.dev.yaml: cilium: { version: 1.20.1 }\nPulumi.prod.yaml: cilium: { version: 1.20.2 }",
            Right = "Pulumi.dev.yaml: cilium: { version: 1.20.2 }\nPulumi.prod.yaml: cilium: { version: 1.20.2 }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        foreach (var promotion in stack.OfType("bgplb:index:LoadBalancer").Select(found => found["promotion"]))
        {
            if (promotion["after"].Text is not { } name)
            {
                continue;
            }

            if (FactsOf(stack, promotion, name) is not { } earlier)
            {
                yield return new(promotion["after"], $"There is no stack {name} that could come before {stack.Name}.");
                continue;
            }

            foreach (var fact in NewTo(earlier, RunFact.Of(stack)))
            {
                yield return new(fact.At, MessageOf(fact, stack, name));
            }
        }
    }

    private static IEnumerable<RunFact> NewTo(ImmutableArray<RunFact> earlier, ImmutableArray<RunFact> facts)
    {
        var known = earlier.Select(fact => (fact.Kind, fact.Value)).ToHashSet();
        // Several peer configs or routers say the same.
        return facts.Where(fact => known.Add((fact.Kind, fact.Value)));
    }

    private static string MessageOf(RunFact fact, StackView stack, string name)
    {
        var isChange =
            stack.Before is { } before
            && !RunFact.Of(before).Any(was => (was.Kind, was.Value) == (fact.Kind, fact.Value));
        return $"{fact.Kind} {fact.Shown} {(isChange ? "is a change" : "runs here")} that stack {name} has not confirmed.";
    }

    /// <summary>
    /// From the outputs that the engine has read, which an update writes when all of it is confirmed; without the engine
    /// from the stack's file. Null for a stack that does not exist.
    /// </summary>
    private static ImmutableArray<RunFact>? FactsOf(StackView stack, Property promotion, string name)
    {
        if (promotion["earlier"].Exists)
        {
            return RunFact.Of(promotion["earlier"]);
        }

        var earlier = stack.KnownOthers.FirstOrDefault(other =>
            string.Equals(other.Name, name, StringComparison.Ordinal)
        );
        return earlier is null ? null : RunFact.Of(earlier);
    }
}
