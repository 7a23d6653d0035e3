using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Routers.Unifi;

/// <summary>
/// The script for a UniFi gateway's API. It runs where Pulumi runs, and brings the key and the document, password
/// included, in its own text.
/// </summary>
internal static class UnifiScript
{
    private static readonly ImmutableArray<string> Parts =
    [
        "unifi-messages.sh",
        "unifi-json.sh",
        "unifi-api.sh",
        "unifi-main.sh",
        "unifi-tail.sh",
    ];

    public static Value Text(RouterStatements wanted, ApiSettings api, Value apiKey, Value password, string digest) =>
        Flat.Join([
            ShellText.Assign("OWNER", wanted.Router.Owner),
            ShellText.Assign("ROUTER", wanted.Router.Name),
            ShellText.Assign("URL", api.Document.AbsoluteUri),
            ShellText.Assign("SITE", api.Site),
            ShellText.Assign("PIN", api.Pin ?? ""),
            ShellText.Assign("FILE", $"{wanted.Router.Owner}.conf"),
            ShellText.Assign("DIGEST", digest),
            ShellText.AssignLines("API_KEY", [apiKey]),
            ShellText.AssignLines("DOCUMENT", [WithoutLastLineEnd(UnifiDocument.Write(wanted, password))]),
            .. Parts.Select(part => (Value)ShellText.Read(part)),
        ]);

    /// <summary>As the shell keeps texts; the script puts it back.</summary>
    private static Value WithoutLastLineEnd(Value document) =>
        document switch
        {
            Text(var whole) => whole.TrimEnd('\n'),
            Joined(var parts) when parts[^1] is Text(var last) => new Joined(
                parts.SetItem(parts.Length - 1, new Text(last.TrimEnd('\n')))
            ),
            _ => document,
        };
}
