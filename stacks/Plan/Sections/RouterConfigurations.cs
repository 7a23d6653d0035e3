using BgpLb.Stacks.Pages;
using BgpLb.Stacks.Render;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>Where to read what the routers are told.</summary>
internal static class RouterConfigurations
{
    public static void Write(Page page, PlannedStack planned)
    {
        page.Heading("Router configuration");
        page.Line($"Without its secrets, as bgplb render {planned.Design.Stack} --out DIR writes it:");
        var table = new Table("ROUTER", "LINES", "FILE");
        foreach (var (router, file) in RouterFiles.Of(planned))
        {
            var lines = file.Content.AsSpan().Count('\n');
            table.Add(router.Name, lines.ToString(), $"DIR/{file.Path}");
        }

        page.Table(table);
    }
}
