using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>
/// The router's word that the sessions stand; over an API only that the document is there. It vouches for the digest in
/// its inputs.
/// </summary>
public sealed class RouterConfirmation : ComponentResource
{
    internal RouterConfirmation(
        LoadBalancer parent,
        RouterDesign router,
        Value password,
        SecretSettings secrets,
        string digest,
        ImmutableArray<Resource> after,
        ProgramStart start
    )
        : base(parent, "bgplb:index:RouterConfirmation", router.Name)
    {
        var isWatched = router.Access is SshSettings;
        Purpose = isWatched
            ? $"{router.Name} confirms that every session stands"
            : $"{router.Name} has the document; over the API nobody there watches the sessions";
        Inputs = Fields.Of(
            ("expects", new Fields([.. router.Families.Select(Expected)])),
            ("watched", isWatched ? null : (Value)"no: over the API only the document is compared"),
            ("digest", digest)
        );
        var name = $"{router.Name}-confirmation";
        _ = router.Access switch
        {
            ApiSettings api => LocalCommand.Of(
                this,
                name,
                RouterScripts.ConfirmByApi(router, api, secrets.ApiKeyOf(router.Name), password, digest),
                start,
                after,
                OnRemoval.Delete,
                "compares the gateway's document, and fails where it is another one"
            ),
            SshSettings ssh => RemoteCommand.Of(
                this,
                name,
                RouterScripts.Confirm(router, password, digest, Patience(router)),
                RouterConnection.To(router, ssh, secrets),
                after,
                OnRemoval.Delete,
                "waits for the sessions and fails where one is missing"
            ),
            _ => throw new NotSupportedException($"no way to {router.Name}"),
        };
    }

    /// <summary>For a router that has not changed: no longer than a changed one would wait.</summary>
    private static TimeSpan Patience(RouterDesign router) =>
        router.RevertAfter < RouterScripts.Patience ? router.RevertAfter : RouterScripts.Patience;

    private static Field Expected(RouterFamily family) =>
        new(
            family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6",
            $"{family.Sessions} sessions, at most {family.PrefixLimit} addresses each"
        );
}
