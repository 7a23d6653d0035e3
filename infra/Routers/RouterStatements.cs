using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers.Frr;
using BgpLb.Routers.Vyos;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>All that a stack wants of a router.</summary>
/// <param name="Kernel">Without what the dialect has statements for.</param>
internal sealed record RouterStatements(
    RouterDesign Router,
    ImmutableArray<Statement> Statements,
    ImmutableArray<KernelSetting> Kernel
)
{
    public static RouterStatements Of(RouterDesign router) =>
        router.Dialect == Dialect.Vyos
            ? new(router, VyosConfiguration.Of(router), NeighbourSettings.Of(router))
            : new(router, FrrConfiguration.Of(router), [.. FrrKernel.Of(router), .. NeighbourSettings.Of(router)]);

    /// <summary>What the kernel is told of the whole router, or of the nodes' links, a comment for people to a line.</summary>
    /// <param name="mark">What a comment begins with: <c>#</c>.</param>
    public IEnumerable<Value> CommentsOn(bool links, char mark)
    {
        Value[] lines =
        [
            .. Kernel.Where(setting => setting.IsOfLinks == links).Select(setting => (Value)$"{mark} {setting}\n"),
        ];
        return links && lines.Length > 0
            ? [$"{mark} For every host on the nodes' links: when it goes, what ran there before returns.\n", .. lines]
            : lines;
    }

    /// <summary>The kernel's settings for a script, in its variable KERNEL.</summary>
    public string AssignKernel() =>
        ShellText.Assign("KERNEL", string.Join(' ', Kernel.Select(setting => $"{setting.Key}={setting.Value}")));

    /// <summary>The statements for a script, in its variables GLOBAL and OWNED, one to a line.</summary>
    public Value AssignAll(Func<Statement, Value> lineOf) =>
        Flat.Join([Assign("GLOBAL", Ownership.Global, lineOf), Assign("OWNED", Ownership.Owned, lineOf)]);

    private Value Assign(string name, Ownership ownership, Func<Statement, Value> lineOf) =>
        ShellText.AssignLines(name, Statements.Where(statement => statement.Ownership == ownership).Select(lineOf));
}
