using System.Text.Json;

namespace BgpLb.Rehearsal.Labs;

/// <summary>A session that stands, as the router sees it.</summary>
/// <param name="Since">When it became Established, in seconds since 1970; FRR's own rounding.</param>
/// <param name="HoldTime">Seconds, as both ends have agreed.</param>
/// <param name="KeepAliveTime">Seconds, as both ends have agreed.</param>
internal sealed record RouterSession(string Peer, long Since, int HoldTime, int KeepAliveTime)
{
    /// <summary>Reads the answer to <c>show bgp neighbors json</c>.</summary>
    public static IReadOnlyList<RouterSession> Read(string json)
    {
        using var neighbors = JsonDocument.Parse(json);
        return
        [
            .. neighbors
                .RootElement.EnumerateObject()
                .Where(peer =>
                    peer.Value.ValueKind == JsonValueKind.Object
                    && peer.Value.TryGetProperty("bgpState", out var state)
                    && state.GetString() == "Established"
                )
                .Select(peer => new RouterSession(
                    // FRR 10.7 marks dynamic peers.
                    peer.Name.TrimStart('*'),
                    Number(peer.Value, "bgpTimerUpEstablishedEpoch"),
                    (int)(Number(peer.Value, "bgpTimerHoldTimeMsecs") / 1000),
                    (int)(Number(peer.Value, "bgpTimerKeepAliveIntervalMsecs") / 1000)
                )),
        ];
    }

    private static long Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var number) ? number.GetInt64() : 0;
}
