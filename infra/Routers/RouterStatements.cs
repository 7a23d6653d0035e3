using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Routers.Frr;
using BgpLb.Routers.Vyos;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>All that a stack wants of a router.</summary>
/// <param name="Kernel">Empty in dialects that have statements for it.</param>
internal sealed record RouterStatements(
    RouterDesign Router,
    ImmutableArray<Statement> Statements,
    ImmutableArray<KernelSetting> Kernel
)
{
    public static RouterStatements Of(RouterDesign router) =>
        router.Dialect == Dialect.Vyos
            ? new(router, VyosConfiguration.Of(router), [])
            : new(router, FrrConfiguration.Of(router), FrrKernel.Of(router));
}
