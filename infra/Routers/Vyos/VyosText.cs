using BgpLb.Graph;

namespace BgpLb.Routers.Vyos;

/// <summary>VyOS statements as the <c>set</c> lines that VyOS itself would show.</summary>
internal static class VyosText
{
    public static Value Write(RouterStatements wanted, Value password) =>
        Flat.Join([
            "# For the whole router: asserted, never taken away.\n",
            .. wanted.CommentsOn(links: false, '#'),
            .. Of(wanted, Ownership.Global, password),
            .. wanted.CommentsOn(links: true, '#'),
            $"# Owned by {wanted.Router.Owner}.\n",
            .. Of(wanted, Ownership.Owned, password),
        ]);

    /// <summary>The lines of one kind, each with its end of line.</summary>
    private static IEnumerable<Value> Of(RouterStatements wanted, Ownership ownership, Value password) =>
        wanted
            .Statements.Where(statement => statement.Ownership == ownership)
            .Select(statement => Of(statement, password));

    private static Value Of(Statement statement, Value password) =>
        statement.EndsInPassword
            ? Value.Join("set ", statement.Text, "'", password, "'\n")
            : Value.Join("set ", statement.Text, "\n");
}
