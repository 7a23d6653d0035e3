using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Routers.Vyos;

/// <summary>The script for VyOS, which sets and deletes within a configuration session.</summary>
internal static class VyosScript
{
    public static ImmutableArray<string> Parts { get; } =
    [
        "vyos-running.sh",
        "vyos-delta.sh",
        "vyos-globals.sh",
        "vyos-expand.sh",
        "vyos-session.sh",
        "vyos-confirm.sh",
        "vyos-change.sh",
        "vyos-kernel.sh",
    ];

    public static Value Variables(RouterStatements wanted, Value password) =>
        Flat.Join([
            ShellText.Assign("DIALECT", "VyOS"),
            ShellText.Assign("STAND_IN", "bgplb-stand-in-for-the-password"),
            ShellText.Assign("SYSTEM_AS", $"{wanted.Router.Asn}"),
            ShellText.Assign("NETWORKS", string.Join(' ', RouterNames.NetworkGroups(wanted.Router))),
            ShellText.Assign("HOOK", $"/config/scripts/commit/post-hooks.d/90-{wanted.Router.Owner}"),
            wanted.AssignKernel(),
            wanted.AssignAll(statement => LineOf(statement, password)),
        ]);

    /// <summary>As the script knows statements: without quotes, which no value of ours needs.</summary>
    private static Value LineOf(Statement statement, Value password)
    {
        var text = statement.Text.Replace("'", "", StringComparison.Ordinal);
        return statement.EndsInPassword ? Value.Join(text, password) : text;
    }
}
