using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers;

namespace BgpLb.Components;

/// <summary>The router's word that the sessions stand. It vouches for the digest in its inputs.</summary>
public sealed class RouterConfirmation : ComponentResource
{
    internal RouterConfirmation(
        LoadBalancer parent,
        RouterDesign router,
        Value password,
        Value connection,
        string digest,
        ImmutableArray<Resource> after
    )
        : base(parent, "bgplb:index:RouterConfirmation", router.Name)
    {
        Purpose = $"{router.Name} confirms that every session stands";
        Inputs = Fields.Of(("expects", new Fields([.. router.Families.Select(Expected)])), ("digest", digest));
        _ = RemoteCommand.Of(
            this,
            $"{router.Name}-confirmation",
            RouterScripts.Confirm(router, password, digest),
            connection,
            after,
            OnRemoval.Delete,
            "waits for the sessions and fails where one is missing"
        );
    }

    private static Field Expected(RouterFamily family) =>
        new(
            family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6",
            $"{family.Sessions} sessions, at most {family.PrefixLimit} addresses each"
        );
}
