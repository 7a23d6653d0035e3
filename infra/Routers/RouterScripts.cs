using System.Globalization;
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
    /// <summary>How long a confirmation waits for the sessions of a router that has not changed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Makes the router right, or removes all that is owned. Where nothing is to be done, nothing is. What it changes
    /// waits for the sessions, watched by a copy of the script on the router, which goes back without them.
    /// </summary>
    public static RouterScript Change(RouterDesign router, Value password) =>
        new(CommandLine(router, "apply"), CommandLine(router, "remove"), Text(router, password, "", Patience));

    /// <summary>
    /// Repairs the router if it is not right any more, then waits for the watcher's verdict, or where nothing has changed
    /// for the sessions. It fails with the peers that are missing, the likely reason of each, what runs and what to do.
    /// </summary>
    /// <param name="digest">Of everything that is vouched for: another one makes the confirmation run again.</param>
    /// <param name="limit">How long to wait where nothing has changed; null for <see cref="Patience"/>.</param>
    public static RouterScript Confirm(RouterDesign router, Value password, string digest, TimeSpan? limit = null) =>
        new(CommandLine(router, "confirm"), Delete: null, Text(router, password, digest, limit ?? Patience));

    /// <summary>
    /// Reads what runs and changes nothing: one document, which <see cref="RouterStatus"/> reads. No password is in it, and
    /// none is needed.
    /// </summary>
    public static RouterScript Status(RouterDesign router) =>
        new(CommandLine(router, "status"), Delete: null, Text(router, Statement.Placeholder, "", Patience));

    /// <summary>
    /// Goes back to a change that was confirmed before and is kept on the router, as a change of its own: with the same
    /// steps, the same decisions and the same revert timer.
    /// </summary>
    /// <param name="number">As the status names it; null for the newest that is not what runs.</param>
    public static RouterScript Rollback(RouterDesign router, int? number = null) =>
        new(
            CommandLine(router, string.Create(CultureInfo.InvariantCulture, $"rollback {number}").TrimEnd()),
            Delete: null,
            Text(router, Statement.Placeholder, "", Patience)
        );

    /// <summary>
    /// Makes the document of a gateway's API right, or removes it; the program does it, on the machine that runs Pulumi.
    /// An equal document is not sent, and one that this stack did not write is refused.
    /// </summary>
    public static LocalScript ChangeByApi(RouterDesign router, ApiSettings api, Value apiKey, Value password) =>
        new(UnifiRun.Verb, "apply", "remove", Order(router, api, apiKey, password, ""));

    /// <summary>Compares the gateway's document. It says nothing of sessions: no API shows them.</summary>
    public static LocalScript ConfirmByApi(
        RouterDesign router,
        ApiSettings api,
        Value apiKey,
        Value password,
        string digest
    ) => new(UnifiRun.Verb, "confirm", Delete: null, Order(router, api, apiKey, password, digest));

    private static Value Order(RouterDesign router, ApiSettings api, Value apiKey, Value password, string digest) =>
        UnifiOrder.Write(
            router.Owner,
            router.Name,
            api.Document,
            api.Site,
            api.Pin ?? "",
            apiKey,
            UnifiDocument.Write(RouterStatements.Of(router), password),
            digest
        );

    private static string CommandLine(RouterDesign router, string mode) =>
        router.Dialect == Dialect.Vyos ? $"sg vyattacfg -c 'vbash -s -- {mode}'" : $"bash -s -- {mode}";

    /// <summary>
    /// A script is nothing but functions and a last line that calls them: it can hand itself on to the watcher, and what
    /// did not arrive whole does nothing. The variables are a function too.
    /// </summary>
    private static Value Text(RouterDesign router, Value password, string digest, TimeSpan limit)
    {
        var wanted = RouterStatements.Of(router);
        var isVyos = router.Dialect == Dialect.Vyos;
        var tail = ShellText.Read(isVyos ? "vyos-tail.sh" : "frr-tail.sh");
        return Flat.Join([
            "variables() {\n",
            ShellVariables.Common(router, digest, limit),
            isVyos ? VyosScript.Variables(wanted, password) : FrrScript.Variables(wanted, password),
            ShellText.Assign("TAIL", tail),
            "}\n",
            Functions(router.Dialect),
            tail,
        ]);
    }

    /// <summary>All of a script but its variables and its tail.</summary>
    internal static string Functions(Dialect dialect) =>
        string.Concat(
            Parts.Concat(dialect == Dialect.Vyos ? VyosScript.Parts : FrrScript.Parts).Select(ShellText.Read)
        );

    private static readonly string[] Parts =
    [
        "common.sh",
        "ground.sh",
        "turn.sh",
        "transaction.sh",
        "history.sh",
        "addresses.sh",
        "sessions.sh",
        "routes.sh",
        "strangers.sh",
        "evidence.sh",
        "reasons.sh",
        "keys.sh",
        "kernel.sh",
        "decide.sh",
        "watch.sh",
        "act.sh",
        "change.sh",
        "status.sh",
        "main.sh",
    ];
}
