using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers.Frr;
using BgpLb.Routers.Unifi;
using BgpLb.Routers.Vyos;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>The scripts that bring a router to its design. Each looks at what runs, so it can be run again at any time.</summary>
public static class RouterScripts
{
    /// <summary>How long a confirmation waits for the sessions, unless told otherwise.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes the router right, or removes all that is owned. Where nothing is to be done, nothing is.</summary>
    public static RouterScript Change(RouterDesign router, Value password) =>
        new(CommandLine(router, "apply"), CommandLine(router, "remove"), Text(router, password, "", Patience));

    /// <summary>
    /// Repairs the router if it is not right any more, then waits until all expected sessions are Established. It fails
    /// with the names and states of those that are missing.
    /// </summary>
    /// <param name="digest">Of everything that is vouched for: another one makes the confirmation run again.</param>
    /// <param name="limit">How long to wait; null for <see cref="Patience"/>.</param>
    public static RouterScript Confirm(RouterDesign router, Value password, string digest, TimeSpan? limit = null) =>
        new(CommandLine(router, "confirm"), Delete: null, Text(router, password, digest, limit ?? Patience));

    /// <summary>
    /// Makes the document of a gateway's API right, or removes it; runs on the machine that runs Pulumi. An equal
    /// document is not sent, and one that this stack did not write is refused.
    /// </summary>
    public static RouterScript ChangeByApi(RouterDesign router, ApiSettings api, Value apiKey, Value password) =>
        new("bash -s -- apply", "bash -s -- remove", ApiText(router, api, apiKey, password, ""));

    /// <summary>Compares the gateway's document. It says nothing of sessions: no API shows them.</summary>
    public static RouterScript ConfirmByApi(
        RouterDesign router,
        ApiSettings api,
        Value apiKey,
        Value password,
        string digest
    ) => new("bash -s -- confirm", Delete: null, ApiText(router, api, apiKey, password, digest));

    private static Value ApiText(RouterDesign router, ApiSettings api, Value apiKey, Value password, string digest) =>
        UnifiScript.Text(RouterStatements.Of(router), api, apiKey, password, digest);

    private static string CommandLine(RouterDesign router, string mode) =>
        router.Dialect == Dialect.Vyos ? $"sg vyattacfg -c 'vbash -s -- {mode}'" : $"bash -s -- {mode}";

    private static Value Text(RouterDesign router, Value password, string digest, TimeSpan limit)
    {
        var wanted = RouterStatements.Of(router);
        return Flat.Join([
            ShellVariables.Common(router, digest, limit),
            router.Dialect == Dialect.Vyos
                ? VyosScript.Variables(wanted, password)
                : FrrScript.Variables(wanted, password),
            .. (router.Dialect == Dialect.Vyos ? VyosScript.Parts : FrrScript.Parts).Select(part =>
                (Value)ShellText.Read(part)
            ),
        ]);
    }
}
