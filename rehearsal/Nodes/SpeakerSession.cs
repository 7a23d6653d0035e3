using System.Text.Json;

namespace BgpLb.Rehearsal;

/// <summary>A session as the node sees it.</summary>
/// <param name="Peer">The router's address.</param>
/// <param name="State">IDLE, CONNECT, ACTIVE, OPENSENT, OPENCONFIRM or ESTABLISHED.</param>
/// <param name="Since">When it became Established; null when it is not.</param>
public sealed record SpeakerSession(string Peer, string State, DateTimeOffset? Since)
{
    private static readonly string[] States =
    [
        "UNKNOWN",
        "IDLE",
        "CONNECT",
        "ACTIVE",
        "OPENSENT",
        "OPENCONFIRM",
        "ESTABLISHED",
    ];

    /// <summary>Whether routes pass.</summary>
    public bool IsEstablished => State == "ESTABLISHED";

    /// <summary>Reads the answer to <c>gobgp neighbor -j</c>.</summary>
    internal static IReadOnlyList<SpeakerSession> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Of)];
    }

    private static SpeakerSession Of(JsonElement neighbor)
    {
        var state = neighbor.GetProperty("state");
        var number = state.TryGetProperty("session_state", out var known) ? known.GetInt32() : 0;
        var since =
            States[number] == "ESTABLISHED"
            && neighbor.TryGetProperty("timers", out var timers)
            && timers.GetProperty("state").TryGetProperty("uptime", out var uptime)
                ? DateTimeOffset.FromUnixTimeSeconds(uptime.GetProperty("seconds").GetInt64())
                : (DateTimeOffset?)null;
        return new(neighbor.GetProperty("conf").GetProperty("neighbor_address").GetString()!, States[number], since);
    }
}
