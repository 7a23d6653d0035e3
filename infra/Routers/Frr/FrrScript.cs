using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Routers.Frr;

/// <summary>The script for FRR, which sends statements to vtysh.</summary>
internal static class FrrScript
{
    public static ImmutableArray<string> Parts { get; } =
    ["frr-running.sh", "frr-delta.sh", "frr-globals.sh", "frr-expand.sh", "frr-change.sh", "frr-kernel.sh"];

    public static Value Variables(RouterStatements wanted, Value password) =>
        Flat.Join([
            ShellText.Assign("DIALECT", "FRR"),
            ShellText.Assign("INSTANCE", FrrGlobals.Instance(wanted.Router)),
            ShellText.Assign("SYSCTL", $"/etc/sysctl.d/90-{wanted.Router.Owner}.conf"),
            wanted.AssignKernel(),
            wanted.AssignAll(statement => LineOf(statement, password)),
        ]);

    /// <summary>As the script knows statements: <c>BLOCK|FAMILY|TEXT</c>.</summary>
    private static Value LineOf(Statement statement, Value password)
    {
        var place = statement.Context.Length switch
        {
            0 => "||",
            1 => $"{statement.Context[0]}||",
            _ => $"{statement.Context[0]}|{statement.Context[1]}|",
        };
        return statement.EndsInPassword
            ? Value.Join(place, statement.Text, password)
            : Value.Join(place, statement.Text);
    }
}
