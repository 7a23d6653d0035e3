using BgpLb.Design;
using BgpLb.Graph;

namespace BgpLb.Routers;

internal sealed record RouterScript(string Create, string? Delete, Value Stdin);

internal static class RouterConfiguration
{
    public static string Of(RouterDesign router) => $"# {router.Name}\n";
}

internal static class RouterScripts
{
    public static RouterScript Change(RouterDesign router, Value password) =>
        new("bash -s -- apply", "bash -s -- remove", Value.Join($"# {router.Name}\n", password));

    public static RouterScript Confirm(RouterDesign router, Value password, string digest) =>
        new($"bash -s -- confirm {digest}", null, Value.Join($"# {router.Name}\n", password));
}
