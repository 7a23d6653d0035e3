using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Change;

/// <summary>Something that a stack runs, and that another stack may have tried before it.</summary>
/// <param name="Kind">In words: "Cilium", "routing mode".</param>
internal sealed record RunFact(Property At, string Kind, string Value)
{
    /// <summary>For a message.</summary>
    public string Shown => At.IsSecret ? At.Shown : Value;

    /// <summary>As its resources say.</summary>
    public static ImmutableArray<RunFact> Of(StackView stack) =>
        [
            .. from release in stack.OfType("bgplb:index:CiliumRelease")
            from fact in One(release["version"], "Cilium")
            select fact,
            .. from router in stack.OfType("bgplb:index:RouterChange")
            let dialect = router["dialect"]
            where dialect.Text is not null
            select new RunFact(dialect, Router, $"{dialect.Text} {router["version"].Text}".TrimEnd()),
            .. from values in ValuesOf(stack)
            from fact in One(values["routingMode"], RoutingMode).Concat(One(values["loadBalancer"]["mode"], Mode))
            select fact,
            .. from config in stack.OfKind("CiliumBGPPeerConfig")
            let spec = config["spec"]
            from fact in spec["families"]
                .Elements.SelectMany(family => One(family["afi"], Family))
                .Prepend(Restart(spec["gracefulRestart"], spec["gracefulRestart"]["enabled"].Flag == true))
            select fact,
            .. stack.OfType("bgplb:index:BgpPassword").SelectMany(password => One(password["source"], Password)),
        ];

    /// <summary>As the output <c>versions</c> of a stack says.</summary>
    public static ImmutableArray<RunFact> Of(Property versions)
    {
        var features = versions["features"];
        return
        [
            .. One(versions["cilium"], "Cilium"),
            .. versions["routers"].Entries.SelectMany(router => One(router.Value, Router)),
            .. One(features["routingMode"], RoutingMode),
            .. One(features["loadBalancerMode"], Mode),
            .. features["gracefulRestart"].Flag is { } isOn
                ? [Restart(features["gracefulRestart"], isOn)]
                : (RunFact[])[],
            .. One(features["passwordSource"], Password),
            .. features["families"].Elements.SelectMany(family => One(family, Family)),
        ];
    }

    private const string Router = "router dialect";
    private const string RoutingMode = "routing mode";
    private const string Mode = "load-balancer mode";
    private const string Family = "family";
    private const string Password = "password source";

    /// <summary>Of the release that the stack makes, or of the one that somebody else does.</summary>
    private static IEnumerable<Property> ValuesOf(StackView stack) =>
        stack
            .OfType("kubernetes:helm.sh/v3:Release")
            .Select(release => release["values"])
            .Concat(stack.OfType("bgplb:index:CiliumRelease").Select(release => release["neededValues"]));

    private static RunFact Restart(Property at, bool isOn) => new(at, "graceful restart", isOn ? "on" : "off");

    private static IEnumerable<RunFact> One(Property at, string kind) =>
        at.Text is { Length: > 0 } value ? [new(at, kind, value)] : [];
}
