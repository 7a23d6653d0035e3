using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Components;

/// <summary>
/// What a router needs for the design. Its configuration stands in the inputs, without secrets, so that a preview shows
/// the change line by line; what is sent stands in the child's standard input.
/// </summary>
public sealed class RouterChange : ComponentResource
{
    internal RouterChange(
        LoadBalancer parent,
        RouterDesign router,
        IEnumerable<PeerDesign> peers,
        Value password,
        SecretSettings secrets,
        ImmutableArray<Resource> after,
        bool isProtected,
        ProgramStart start
    )
        : base(parent, "bgplb:index:RouterChange", router.Name)
    {
        Purpose = $"the end of the sessions at {router.Name}";
        Inputs = Fields.Of(
            ("router", $"{router.Name} ({router.Dialect} at {router.Access.Target}), AS {router.Asn}"),
            ("retain", router.Retain ? (Value)"gone for good: left as it is, nobody connects to it" : null),
            ("dialect", Kinds.Written(router.Dialect)),
            ("version", router.Version.Length > 0 ? router.Version : null),
            ("asn", router.Asn),
            // Where the nodes dial it.
            (
                "addresses",
                Items.Of(peers.Select(peer => peer.Address.ToString()).Distinct().Select(text => (Value)text))
            ),
            ("probing", ProbingOf(router)),
            // For the policies: what becomes of a dead node's traffic.
            ("probesNeighbours", router.ProbesNeighbours),
            ("keepsRoutes", KeepsRoutes(router.Restart)),
            ("revertAfter", router.Access is SshSettings ? (Value)router.RevertAfter.TotalSeconds : null),
            ("owns", router.Access is ApiSettings api ? (Value)WholeDocument(api) : null),
            ("configuration", RouterConfiguration.Of(router))
        );
        var name = $"{router.Name}-change";
        var onRemoval =
            router.Retain ? OnRemoval.Forget
            : isProtected ? OnRemoval.Refuse
            : OnRemoval.Delete;
        _ = router.Access switch
        {
            ApiSettings by => LocalCommand.Of(
                this,
                name,
                RouterScripts.ChangeByApi(router, by, secrets.ApiKeyOf(router.Name), password),
                start,
                after,
                onRemoval,
                router.Retain ? Left : "replaces the gateway's whole BGP document, where it is another one"
            ),
            SshSettings ssh => RemoteCommand.Of(
                this,
                name,
                RouterScripts.Change(router, password),
                RouterConnection.To(router, ssh, secrets),
                after,
                onRemoval,
                router.Retain ? Left : "adds what the design needs, under a name of the stack's own"
            ),
            _ => throw new NotSupportedException($"no way to {router.Name}"),
        };
    }

    /// <summary>
    /// For how many seconds at most it keeps the routes of a speaker that restarts, and of one that is silent until its
    /// hold time ends. Without a number it is as long as the nodes ask.
    /// </summary>
    private static Fields KeepsRoutes(RestartPolicy policy) =>
        policy switch
        {
            RestartPolicy.DropAtOnce => Fields.Of(("ofRestarting", 0), ("ofDead", 0)),
            RestartPolicy.KeepStale kept => Fields.Of(("ofRestarting", kept.Seconds), ("ofDead", kept.Seconds)),
            _ => Fields.Of(("ofDead", 0)),
        };

    /// <summary>Which links' hosts are asked whether they live, all of them, and why they are, or are not.</summary>
    private static Fields ProbingOf(RouterDesign router) =>
        router.ProbesNeighbours
            ? Fields.Of(
                (
                    "everyHostOn",
                    Items.Of(
                        router
                            .Families.SelectMany(family => family.ListenRanges)
                            .Select(range => (Value)range.ToString())
                    )
                ),
                ("timesPerSecond", NeighbourProbing.QuestionsPerSecond),
                ("because", router.ProbingBecause)
            )
            : Fields.Of(("because", $"none: {router.ProbingBecause}"));

    private const string Left =
        "is left as it is, without a connection, and forgotten once the router is removed from the stack";

    private static string WholeDocument(ApiSettings api) =>
        $"all of the BGP document of site {api.Site}: a document of somebody else is refused, and each change restarts "
        + "every session; no revert timer on the router, nobody there watches the sessions";
}
