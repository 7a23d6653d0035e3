using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Both ends have a password, and it is the same.</summary>
internal static class PasswordBothEnds
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "password-both-ends",
            Demand = "Both ends of every session have a password, and both have it from the same source.",
            Why =
                "With a password on one end only, or with two different ones, no session comes up. Without any, whoever "
                + "reaches the router can announce addresses.",
            Remedy =
                "Set bgp.password, and do not take it away from either end; a new bgp.password.version changes both at once.",
            Wrong = "authSecretRef: bgplb-password\n# and no password in the router's peer group",
            Right = "authSecretRef: bgplb-password\nneighbor bgplb-prod-ipv4 password …",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var met = Peerings.Of(stack).Met.ToArray();
        var configs = met.Select(met => met.Session.Config)
            .Where(config => !config.IsMissing)
            .DistinctBy(config => config.Spec.Resource.Urn)
            .ToArray();
        foreach (var violation in new PasswordObjects(stack).Judge(configs))
        {
            yield return violation;
        }

        foreach (var (_, router, group) in met.DistinctBy(met => met.Group).Where(met => !met.Group.HasPassword))
        {
            yield return new(
                router.Configuration,
                $"{router} has no password in peer group {router.Shown(group.Name)}."
            );
        }
    }
}
