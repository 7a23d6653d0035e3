using System.Collections.Immutable;
using BgpLb.Policies.Rules.Addresses;
using BgpLb.Policies.Rules.Announcements;
using BgpLb.Policies.Rules.BothEnds;
using BgpLb.Policies.Rules.Cilium;
using BgpLb.Policies.Rules.Routers;

namespace BgpLb.Policies.Rules;

/// <summary>Every rule there is, by group, in the order in which the documentation has them.</summary>
internal static class AllRules
{
    public static ImmutableArray<RuleGroup> Groups { get; } =
    [
        new(
            "Both ends agree",
            PeerConfigExists.Rule,
            FamiliesSelectAdvertisements.Rule,
            AdvertisementsSelectServices.Rule
        ),
        new("Addresses", PoolsDisjoint.Rule),
        new("Announcements", NoL2.Rule, OnlyLbAddresses.Rule, NoPodNetworks.Rule),
        new(
            "Cilium",
            ChartPinned.Rule,
            RemovedKinds.Rule,
            UpgradeSteps.Rule,
            ValueCombinations.Rule,
            KnownValues.Rule,
            KnownFields.Rule,
            BarePeerAddress.Rule,
            OneInstance.Rule,
            Observable.Rule
        ),
        new("Router safety", HostKey.Rule),
    ];

    public static ImmutableArray<Rule> All { get; } = [.. Groups.SelectMany(group => group.Rules)];
}

/// <param name="Title">For the documentation.</param>
internal sealed record RuleGroup(string Title, params ImmutableArray<Rule> Rules);
