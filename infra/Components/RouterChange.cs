using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers;

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
        Value password,
        Value connection,
        ImmutableArray<Resource> after,
        bool isProtected
    )
        : base(parent, "bgplb:index:RouterChange", router.Name)
    {
        Purpose = $"the end of the sessions at {router.Name}";
        Inputs = Fields.Of(
            ("router", $"{router.Name} ({router.Dialect} at {router.Ssh.Host}), AS {router.Asn}"),
            ("retain", router.Retain ? (Value)"gone for good: left as it is, nobody connects to it" : null),
            ("configuration", RouterConfiguration.Of(router))
        );
        _ = RemoteCommand.Of(
            this,
            $"{router.Name}-change",
            RouterScripts.Change(router, password),
            connection,
            after,
            router.Retain ? OnRemoval.Forget
                : isProtected ? OnRemoval.Refuse
                : OnRemoval.Delete,
            router.Retain
                ? "is left as it is, without a connection, and forgotten once the router is removed from the stack"
                : "adds what the design needs, under a name of the stack's own"
        );
    }
}
