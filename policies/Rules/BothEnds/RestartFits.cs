using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Graceful restart is something that both ends do, or none.</summary>
internal static class RestartFits
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "restart-fits",
            Demand = "Where nodes restart gracefully, the router keeps their routes, and not those of the dead.",
            Why =
                "A router that does not help drops the routes at each restart of an agent. One that only helps keeps the "
                + "routes of a node that has died, for the whole restart time, and traffic goes nowhere.",
            Remedy =
                "Turn bgp.gracefulRestart off, or let the router help and tell it when to stop: "
                + "no bgp graceful-restart notification for FRR, a stalepath-time for VyOS.",
            Wrong =
                "gracefulRestart: { enabled: true, restartTimeSeconds: 30 }\nneighbor bgplb-prod-ipv4 graceful-restart-disable",
            Right =
                "gracefulRestart: { enabled: true, restartTimeSeconds: 30 }\nno bgp graceful-restart notification\n"
                + "neighbor bgplb-prod-ipv4 graceful-restart-helper",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack) =>
        from met in Peerings.Of(stack).Met.DistinctBy(met => (met.Session.Config.Spec.Resource.Urn, met.Group))
        where met.Session.Config.RestartsGracefully
        let wrong = met.Group.Restart is RestartMode.Refuses
        || (met.Group.Restart is null && met.Router.RefusesRestarts)
            ? "drops their routes at once"
        : met.Router.KeepsRoutesOfTheSilent && met.Router.StalePathTime is null
            ? "keeps the routes of the dead as well, for the whole restart time"
        : null
        where wrong is not null
        select new Violation(
            met.Router.Configuration,
            $"The nodes of {met.Session.Config.Name} restart gracefully, but {met.Router} {wrong} in peer group "
                + $"{met.Router.Shown(met.Group.Name)}."
        );
}
