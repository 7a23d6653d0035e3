using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Rehearsal;
using BgpLb.Routers;

namespace BgpLb.Tests.Routers.Support;

/// <summary>Runs a router's scripts as the engine would have them run.</summary>
internal static class Scripts
{
    public const string Password = "Zq7-secret.of/both+ends";

    public static Outcome Apply(Gateway host, RouterDesign router, string password = Password)
    {
        var script = RouterScripts.Change(router, password);
        return host.Run(script.Create, Plain(script.Stdin));
    }

    public static Outcome Remove(Gateway host, RouterDesign router)
    {
        var script = RouterScripts.Change(router, Password);
        return host.Run(script.Delete!, Plain(script.Stdin));
    }

    public static Outcome Confirm(Gateway host, RouterDesign router, int seconds, string password = Password)
    {
        var script = RouterScripts.Confirm(router, password, "d1", TimeSpan.FromSeconds(seconds));
        return host.Run(script.Create, Plain(script.Stdin));
    }

    /// <summary>Changes the router and waits until the change is confirmed; returns what the change said.</summary>
    public static Outcome Settle(Func<string, string, Outcome> run, RouterDesign router, string password = Password)
    {
        var change = RouterScripts.Change(router, password);
        var changed = run(change.Create, Plain(change.Stdin));
        Assert.True(changed.Status == 0, changed.All);
        var confirmation = RouterScripts.Confirm(router, password, "d1", TimeSpan.FromSeconds(10));
        var confirmed = run(confirmation.Create, Plain(confirmation.Stdin));
        Assert.True(confirmed.Status == 0, confirmed.All);
        return changed;
    }

    public static string Plain(Value stdin) => Assert.IsType<Text>(stdin).Content;
}
