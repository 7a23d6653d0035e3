using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Render;

/// <summary>Each router's configuration without its secrets, as it stands in the graph.</summary>
internal static class RouterFiles
{
    public static IEnumerable<(RouterDesign Router, RenderedFile File)> Of(PlannedStack planned)
    {
        foreach (var change in planned.Graph.Resources.OfType<RouterChange>())
        {
            var router = planned.Design.Routers.First(router => router.Name == change.Name);
            var configuration = ((Text)change.Inputs["configuration"]!).Content;
            yield return (
                router,
                new(
                    $"routers/{router.Name}.{EndingOf(router.Dialect)}",
                    configuration.EndsWith('\n') ? configuration : configuration + "\n",
                    $"the {Words.Of(router)} configuration of {router.Name}, without its secrets"
                )
            );
        }
    }

    /// <summary>VyOS takes commands, FRR a file.</summary>
    private static string EndingOf(Dialect dialect) => dialect == Dialect.Vyos ? "txt" : "conf";
}
