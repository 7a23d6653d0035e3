using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>All that a person wrote for one stack, read and typed.</summary>
/// <param name="Protect">Whether the engine refuses to delete pools, sessions and the router's part.</param>
/// <param name="Policies">By a rule's name how strictly it is enforced here; the others keep their own level.</param>
public sealed record StackSettings(
    ClusterSettings Cluster,
    CiliumSettings Cilium,
    ImmutableArray<Prefix> VipSubnets,
    ImmutableArray<PoolSettings> Pools,
    ImmutableArray<RouterSettings> Routers,
    BgpSettings Bgp,
    ObjectiveSettings Objectives,
    PromotionSettings Promotion,
    bool Protect,
    ImmutableSortedDictionary<string, Enforcement> Policies,
    RehearsalSettings Rehearsal,
    SecretSettings Secrets
)
{
    internal static StackSettings Read(Section s) =>
        new(
            s.Nested("cluster", ClusterSettings.Read, "The Kubernetes cluster, one end of every session."),
            s.Nested("cilium", CiliumSettings.Read, "The Cilium release and how it balances."),
            s.List(
                "vipSubnets",
                Kinds.Prefix,
                "The networks of all load-balancer addresses. They are on no interface.",
                atLeast: 1
            ),
            s.List("pools", PoolSettings.Read, "The pools that Services get their addresses from.", atLeast: 1),
            s.List("routers", RouterSettings.Read, "The routers, the other end of the sessions.", atLeast: 1),
            s.Nested("bgp", BgpSettings.Read, "What is the same for all sessions."),
            s.Nested(
                "objectives",
                ObjectiveSettings.Read,
                "What is promised; a design that cannot keep it is refused."
            ),
            s.Nested("promotion", PromotionSettings.Read, "The stack that has to run something before this one does."),
            s.Optional("protect", Kinds.Boolean, false, "Refuse to delete pools, sessions and the router's part."),
            s.Map(
                "policies",
                Kinds.Choice<Enforcement>(),
                "By a rule's name (docs/policies) how strictly it is enforced: disabled, advisory or mandatory."
            ),
            s.Nested("rehearsal", RehearsalSettings.Read, "What bgplb rehearse has beside the stack."),
            SecretSettings.Read(s)
        );
}
