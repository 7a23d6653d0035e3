using System.Text;

namespace BgpLb.Rehearsal;

/// <summary>GoBGP's configuration file (TOML) for what Cilium would tell its embedded GoBGP.</summary>
internal static class SpeakerConfiguration
{
    public static string Of(SpeakerOptions options)
    {
        // As Cilium has it: it listens only when told to, and takes nothing in from its peers. (To reject by default
        // would reject the node's own routes too.)
        var text = new StringBuilder(
            $"""
            [global.config]
              as = {options.Asn}
              router-id = "{options.RouterId}"
              port = -1
            [global.apply-policy.config]
              import-policy-list = ["nothing-in"]
              default-import-policy = "accept-route"
              default-export-policy = "accept-route"
            [[policy-definitions]]
              name = "nothing-in"
              [[policy-definitions.statements]]
                [policy-definitions.statements.conditions.match-neighbor-set]
                  neighbor-set = "peers"
                [policy-definitions.statements.actions]
                  route-disposition = "reject-route"
            [[defined-sets.neighbor-sets]]
              neighbor-set-name = "peers"
              neighbor-info-list = [{string.Join(", ", options.Peers.Select(peer => $"\"{peer.Address}\""))}]

            """
        );
        foreach (var peer in options.Peers)
        {
            text.Append(Of(options, peer));
        }

        return text.ToString();
    }

    private static string Of(SpeakerOptions options, SpeakerPeer peer) =>
        $"""
            [[neighbors]]
              [neighbors.config]
                neighbor-address = "{peer.Address}"
                peer-as = {peer.Asn}
                {Setting("auth-password", options.Password)}
              [neighbors.transport.config]
                {Setting("local-address", peer.LocalAddress)}
              [neighbors.timers.config]
                hold-time = {options.HoldTime}
                keepalive-interval = {options.KeepAliveTime}
                connect-retry = {options.ConnectRetryTime}
              [neighbors.graceful-restart.config]
                enabled = {Word(options.RestartTime is not null)}
                restart-time = {options.RestartTime ?? 0}
                notification-enabled = {Word(options.RestartTime is not null)}
              [[neighbors.afi-safis]]
                [neighbors.afi-safis.config]
                  afi-safi-name = "{peer.Family}"
                [neighbors.afi-safis.mp-graceful-restart.config]
                  enabled = {Word(options.RestartTime is not null)}

            """;

    private static string Setting(string name, string? value) =>
        value is null
            ? ""
            : $"{name} = \"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Word(bool holds) => holds ? "true" : "false";
}
