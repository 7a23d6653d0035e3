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

    public static string Plain(Value stdin) => Assert.IsType<Text>(stdin).Content;
}
