using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Frr;

/// <summary>What FRR has only once per BGP instance.</summary>
internal static class FrrGlobals
{
    public static IEnumerable<Statement> Of(RouterDesign router)
    {
        yield return new(Ownership.Global, [], Instance(router));
        yield return Global(router, $"bgp router-id {router.RouterId}");
        if (RestartLine(router.Restart) is { } restart)
        {
            yield return Global(router, restart);
        }

        yield return Global(router, $"bgp listen limit {router.ListenLimit}");
        foreach (var family in router.Families)
        {
            yield return new(
                Ownership.Global,
                [Instance(router), Unicast(family)],
                $"maximum-paths {router.MaximumPaths}"
            );
        }
    }

    public static string Instance(RouterDesign router) => $"router bgp {router.Asn}";

    public static string Unicast(RouterFamily family) =>
        $"address-family {(family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6")} unicast";

    private static Statement Global(RouterDesign router, string text) =>
        new(Ownership.Global, [Instance(router)], text);

    /// <summary>
    /// Without the notification bit, an expired hold timer ends a session for good, while a connection that merely
    /// closes still counts as a restart: a dead node's routes go, a restarting agent's stay.
    /// </summary>
    private static string? RestartLine(RestartPolicy restart) =>
        restart switch
        {
            RestartPolicy.KeepWhileRestarting => "no bgp graceful-restart notification",
            RestartPolicy.KeepStale kept => $"bgp graceful-restart stalepath-time {kept.Seconds}",
            _ => null,
        };
}
