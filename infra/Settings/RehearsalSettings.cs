using System.Collections.Immutable;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>What a rehearsal has of this stack that the stack itself does not make.</summary>
/// <param name="Services">Empty for a default set per pool.</param>
public sealed record RehearsalSettings(ImmutableArray<ServiceSettings> Services)
{
    internal static RehearsalSettings Read(Section s) =>
        new(s.List("services", ServiceSettings.Read, "The Services of a rehearsal; a few per pool without any."));
}

/// <summary>A Service of type LoadBalancer.</summary>
/// <param name="Pool">The pool that it gets its address from; it decides namespace, label and family.</param>
/// <param name="IsAnnounced">False for one that opts out by its label.</param>
/// <param name="Endpoints">On how many nodes it has a pod; 0 for all.</param>
public sealed record ServiceSettings(
    string Name,
    string Pool,
    TrafficPolicy ExternalTrafficPolicy,
    bool IsAnnounced,
    int Endpoints
)
{
    internal static ServiceSettings Read(Section s) =>
        new(
            s.Required("name", Kinds.Name, "The Service's name, unique in its pool's namespace."),
            s.Required(
                "pool",
                Kinds.Name,
                "The pool whose address it gets, which decides namespace, label and family."
            ),
            s.Optional(
                "externalTrafficPolicy",
                Kinds.Choice<TrafficPolicy>(),
                TrafficPolicy.Cluster,
                "local: only nodes with one of its pods announce it."
            ),
            s.Optional("announce", Kinds.Boolean, true, "false: it opts out of being announced."),
            s.Optional(
                "endpoints",
                Kinds.Whole(1, 5000),
                0,
                "On how many nodes it has a pod; on all of them without it.",
                shown: ""
            )
        );
}

/// <summary>Kubernetes' externalTrafficPolicy.</summary>
public enum TrafficPolicy
{
    Cluster,
    Local,
}
