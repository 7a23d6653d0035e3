using System.Collections.Immutable;
using BgpLb.Policies.Rules.Addresses;
using BgpLb.Policies.Rules.Announcements;
using BgpLb.Policies.Rules.BothEnds;
using BgpLb.Policies.Rules.Change;
using BgpLb.Policies.Rules.Cilium;
using BgpLb.Policies.Rules.Failover;
using BgpLb.Policies.Rules.Routers;

namespace BgpLb.Policies.Rules;

/// <summary>Every rule there is, by group, in the order in which the documentation has them.</summary>
internal static class AllRules
{
    public static ImmutableArray<RuleGroup> Groups { get; } =
    [
        new(
            "Both ends agree",
            AsnMirrored.Rule,
            PeeringComplete.Rule,
            FamiliesAgree.Rule,
            PasswordBothEnds.Rule,
            TimersAgree.Rule,
            RestartFits.Rule,
            PoolsInFilter.Rule,
            PrefixLimit.Rule,
            CommunitiesAgree.Rule,
            ListenLimit.Rule,
            Multipath.Rule,
            NeighborsByRange.Rule,
            SessionsEnabled.Rule,
            PeerConfigExists.Rule,
            FamiliesSelectAdvertisements.Rule,
            AdvertisementsSelectServices.Rule
        ),
        new("Failover", FailoverBudget.Rule, RestartWithoutBlackhole.Rule),
        new(
            "Addresses",
            PoolsDisjoint.Rule,
            BlocksValid.Rule,
            PoolsInVipSubnet.Rule,
            PoolSelectorsExclusive.Rule,
            VipSubnetApart.Rule,
            VipSubnetApartAcrossStacks.Rule,
            FreeCapacity.Rule,
            CapacityHorizon.Rule
        ),
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
        new(
            "Router safety",
            HostKey.Rule,
            ExplicitPolicies.Rule,
            NoTtlSecurity.Rule,
            SecretsInStdin.Rule,
            NoTriggers.Rule,
            RevertTimer.Rule,
            ConfirmedLast.Rule,
            CommandCanFail.Rule,
            StableCommands.Rule,
            DeletionProtected.Rule
        ),
        new("Change", ImpactWithinLimits.Rule, Promotion.Rule),
    ];

    public static ImmutableArray<Rule> All { get; } = [.. Groups.SelectMany(group => group.Rules)];
}

/// <param name="Title">For the documentation.</param>
internal sealed record RuleGroup(string Title, params ImmutableArray<Rule> Rules);
