using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Cilium;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>Decides every derived fact of both ends.</summary>
public static class Designer
{
    /// <summary>The design of settings that were read, or all that is wrong with them, each with its line.</summary>
    public static DesignReading Design(SettingsReading reading)
    {
        if (reading.Settings is null)
        {
            return new(Design: null, reading.Problems);
        }

        var designed = Design(reading.Project, reading.Stack, reading.Settings);
        return designed with
        {
            Problems =
            [
                .. designed
                    .Problems.Select(problem => problem with { Line = reading.LineOf(problem.Path) })
                    .OrderBy(problem => problem.Line),
            ],
        };
    }

    /// <param name="settings">Settings without problems.</param>
    public static DesignReading Design(string project, string stack, StackSettings settings)
    {
        var pools = Pooling.Design(settings.Pools);
        var session = SessionOf(project, settings);
        var problems = new List<Problem>();
        var routers = ImmutableArray.CreateBuilder<RouterDesign>();
        var promised = settings.Objectives.Failover;
        foreach (var router in settings.Routers)
        {
            var probing = ProbingChoice.Of(router, settings.Bgp, promised);
            if (Failover.PolicyFor(router, settings.Bgp, promised, probing.IsMade) is { } policy)
            {
                routers.Add(
                    Routing.Design($"{project}-{stack}", router, settings, pools, session.Families, policy, probing)
                );
            }
            else
            {
                problems.Add(Promises.CannotKeepRoutes(router, settings));
            }
        }

        var budget = Failover.BudgetOf(settings.Bgp, promised, routers);
        problems.AddRange(Promises.Broken(budget, settings));
        problems.AddRange(Promises.TooHasty(routers));
        var design = new LoadBalancerDesign(
            project,
            stack,
            new(
                settings.Cluster.Name,
                settings.Cluster.Distribution,
                settings.Cluster.Asn,
                settings.Cluster.KubeContext,
                settings.Cluster.PodCidrs,
                settings.Cluster.ServiceCidrs
            ),
            ReleaseOf(settings),
            [.. settings.VipSubnets.Select(subnet => VipSubnetOf(subnet, pools))],
            pools,
            session,
            routers.DrainToImmutable(),
            [.. settings.Cluster.NodeGroups.Select(group => Peering.Design(project, group, settings, session))],
            budget,
            settings.Objectives,
            settings.Promotion,
            settings.Cilium.AdoptObjects,
            settings.Protect
        );
        problems.AddRange(Adoption.Unknown(design));
        return new(problems.Count == 0 ? design : null, [.. problems]);
    }

    private static SessionDesign SessionOf(string project, StackSettings settings) =>
        new(
            settings.Bgp.HoldTime,
            settings.Bgp.KeepAliveTime,
            settings.Bgp.ConnectRetryTime,
            settings.Bgp.GracefulRestart is { IsEnabled: true, RestartTime: var seconds } ? seconds : null,
            settings.Bgp.Communities,
            Peering.FamiliesOf(project, settings.Cluster.NodeGroups),
            $"{project}-vips",
            $"{project}-password",
            settings.Cilium.Namespace,
            settings.Bgp.Password
        );

    private static VipSubnetDesign VipSubnetOf(Prefix subnet, ImmutableArray<PoolDesign> pools)
    {
        var within = pools.Where(pool => pool.Ranges.Any(subnet.Range.Contains)).ToArray();
        var capacity = Capacity.Of(within.SelectMany(pool => pool.Ranges.Where(subnet.Range.Contains)));
        return new(subnet, [.. within.Select(pool => pool.Name)], capacity);
    }

    private static ReleaseDesign ReleaseOf(StackSettings settings) =>
        new(
            settings.Cilium.Management,
            settings.Cilium.Namespace,
            settings.Cilium.Release,
            settings.Cilium.Chart,
            settings.Cilium.Version,
            settings.Cilium.Chart.Contains('/', StringComparison.Ordinal) ? "" : settings.Cilium.Repository,
            settings.Cilium.Await,
            ReleaseValues.Of(settings)
        );
}
