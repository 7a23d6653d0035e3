using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Routers.Frr;

/// <summary>FRR statements as stanzas of an integrated configuration, which <c>vtysh -f</c> takes as they are.</summary>
internal static class FrrText
{
    public static Value Write(RouterStatements wanted, Value password) =>
        Flat.Join([
            "! For the whole router: asserted, never taken away.\n",
            .. wanted.CommentsOn(links: false, '!'),
            .. Stanzas(Of(wanted, Ownership.Global), password),
            .. wanted.CommentsOn(links: true, '!'),
            $"! Owned by {wanted.Router.Owner}.\n",
            .. Stanzas(Of(wanted, Ownership.Owned), password),
        ]);

    /// <summary>Statements with the blocks around them.</summary>
    public static IEnumerable<Value> Stanzas(IEnumerable<Statement> statements, Value password)
    {
        ImmutableArray<string> open = [];
        foreach (var statement in statements)
        {
            foreach (var line in Move(open, statement.Context))
            {
                yield return line;
            }

            open = statement.Context;
            yield return new string(' ', open.Length) + statement.Text;
            if (statement.EndsInPassword)
            {
                yield return password;
            }

            yield return "\n";
            if (OpensBlock(statement))
            {
                open = [statement.Text];
            }
        }

        foreach (var line in Move(open, []))
        {
            yield return line;
        }
    }

    private static IEnumerable<Statement> Of(RouterStatements wanted, Ownership ownership) =>
        wanted.Statements.Where(statement => statement.Ownership == ownership);

    /// <summary>Leaves the blocks that end here and enters those that begin.</summary>
    private static IEnumerable<string> Move(ImmutableArray<string> from, ImmutableArray<string> to)
    {
        var shared = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        for (var depth = from.Length; depth > shared; depth--)
        {
            yield return depth == 1 ? "exit\n!\n" : " exit-address-family\n";
        }

        for (var depth = shared; depth < to.Length; depth++)
        {
            yield return new string(' ', depth) + to[depth] + "\n";
        }
    }

    private static bool OpensBlock(Statement statement) =>
        statement.Context.IsEmpty
        && (
            statement.Text.StartsWith("route-map ", StringComparison.Ordinal)
            || statement.Text.StartsWith("router bgp ", StringComparison.Ordinal)
        );
}
