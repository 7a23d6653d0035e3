using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>Somebody sees a lost session before the users do.</summary>
internal static class Observable
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "observable",
            Demand = "Sessions are reported: status reports and the metrics of agents and operator are on.",
            Why =
                "A session that a rebooted router does not take up again is seen by nobody: the other nodes' sessions "
                + "carry on until they fail, too.",
            Remedy =
                "Leave bgpControlPlane.statusReport.enabled, prometheus.enabled and operator.prometheus.enabled on in "
                + "cilium.values.",
            Wrong = "prometheus: { enabled: false }",
            Right = "prometheus: { enabled: true }",
            Severity = Severity.Warning,
            Each = resource => Installation.Of(resource) is { } cilium ? Judge(cilium) : [],
        };

    /// <summary>With what the chart takes where there is nothing.</summary>
    private static readonly (string Path, bool Otherwise, string What)[] Switches =
    [
        ("bgpControlPlane.statusReport.enabled", true, "the sessions' states in CiliumBGPNodeConfigs"),
        ("prometheus.enabled", false, "the agents' metrics, such as cilium_bgp_control_plane_session_state"),
        ("operator.prometheus.enabled", true, "the operator's metrics, such as cilium_lbipam_ips_available"),
    ];

    private static IEnumerable<Violation> Judge(Installation cilium) =>
        from one in Switches
        where !cilium.IsOn(one.Path, one.Otherwise)
        select new Violation(
            cilium.Value(one.Path),
            $"{one.Path} of {cilium.Values.Resource} is off, so that {one.What} are missing."
        );
}
