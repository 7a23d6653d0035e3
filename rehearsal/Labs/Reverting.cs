using BgpLb.Design;

namespace BgpLb.Rehearsal.Labs;

/// <summary>The lab's revert timer: as short as the sessions allow, since nobody has to come running here.</summary>
internal static class Reverting
{
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(20);

    public static TimeSpan In(LoadBalancerDesign design)
    {
        var reconnect = design.Routers.Max(router => router.Reconnect) + Spare;
        var wanted = design.Routers.Min(router => router.RevertAfter);
        return reconnect < wanted ? reconnect : wanted;
    }
}
