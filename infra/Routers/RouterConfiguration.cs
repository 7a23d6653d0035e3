using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers.Frr;
using BgpLb.Routers.Vyos;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>
/// What a stack wants to stand on a router, in the router's own language: first what is global and only asserted, then
/// what the stack owns. Two equal designs give the same text, byte for byte.
/// </summary>
public sealed class RouterConfiguration
{
    private readonly Func<Value, Value> _write;

    private RouterConfiguration(
        RouterDesign router,
        ImmutableArray<Statement> statements,
        ImmutableArray<KernelSetting> kernel,
        Func<Value, Value> write
    )
    {
        Router = router;
        Statements = statements;
        Kernel = kernel;
        _write = write;
        Text = Flat.Of(write(Statement.Placeholder));
    }

    /// <summary>For people: the lines as they are written, with <c>&lt;password&gt;</c> for the password; ends in a newline.</summary>
    public string Text { get; }

    internal RouterDesign Router { get; }

    internal ImmutableArray<Statement> Statements { get; }

    internal ImmutableArray<KernelSetting> Kernel { get; }

    public static RouterConfiguration Of(RouterDesign router)
    {
        if (router.Dialect == Dialect.Vyos)
        {
            var lines = VyosConfiguration.Of(router);
            return new(router, lines, [], password => VyosText.Write(router, lines, password));
        }

        var statements = FrrConfiguration.Of(router);
        var kernel = FrrKernel.Of(router);
        return new(router, statements, kernel, password => FrrText.Write(router, statements, kernel, password));
    }

    /// <summary>The same lines with the real password; as secret, unknown or pending as that is.</summary>
    public Value With(Value password) => _write(password);
}
