using System.Collections.Immutable;
using BgpLb.Policies.Rules.Addresses;
using BgpLb.Policies.Rules.Routers;

namespace BgpLb.Policies.Rules;

/// <summary>Every rule there is, by group, in the order in which the documentation has them.</summary>
internal static class AllRules
{
    public static ImmutableArray<RuleGroup> Groups { get; } =
    [
        new("Addresses", PoolsDisjoint.Rule),
        new(
            "Router safety",
            HostKey.Rule,
            SecretsInStdin.Rule,
            NoTriggers.Rule,
            RevertTimer.Rule,
            ConfirmedLast.Rule,
            CommandCanFail.Rule,
            StableCommands.Rule,
            DeletionProtected.Rule
        ),
    ];

    public static ImmutableArray<Rule> All { get; } = [.. Groups.SelectMany(group => group.Rules)];
}

/// <param name="Title">For the documentation.</param>
internal sealed record RuleGroup(string Title, params ImmutableArray<Rule> Rules);
