using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;

namespace BgpLb.Routers.Vyos;

/// <summary>VyOS statements as the <c>set</c> lines that VyOS itself would show.</summary>
internal static class VyosText
{
    public static Value Write(RouterDesign router, ImmutableArray<Statement> statements, Value password) =>
        Flat.Join([
            "# For the whole router: asserted, never taken away.\n",
            .. Of(statements, Ownership.Global, password),
            $"# Owned by {router.Owner}.\n",
            .. Of(statements, Ownership.Owned, password),
        ]);

    /// <summary>The lines of one kind, each with its end of line.</summary>
    public static IEnumerable<Value> Of(ImmutableArray<Statement> statements, Ownership ownership, Value password) =>
        statements.Where(statement => statement.Ownership == ownership).Select(statement => Of(statement, password));

    private static Value Of(Statement statement, Value password) =>
        statement.EndsInPassword
            ? Value.Join("set ", statement.Text, "'", password, "'\n")
            : Value.Join("set ", statement.Text, "\n");
}
