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

    /// <summary>The kernel's settings for a script, in its variable KERNEL.</summary>
    public string AssignKernel() =>
        ShellText.Assign("KERNEL", string.Join(' ', Kernel.Select(setting => $"{setting.Key}={setting.Value}")));

    /// <summary>The statements for a script, in its variables GLOBAL and OWNED, one to a line.</summary>
    public Value AssignAll(Func<Statement, Value> lineOf) =>
        Flat.Join([Assign("GLOBAL", Ownership.Global, lineOf), Assign("OWNED", Ownership.Owned, lineOf)]);

    private Value Assign(string name, Ownership ownership, Func<Statement, Value> lineOf) =>
        ShellText.AssignLines(name, Statements.Where(statement => statement.Ownership == ownership).Select(lineOf));
}
