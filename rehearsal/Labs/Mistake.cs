using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Rehearsal.Labs;

/// <summary>A way in which one end does not fit the other.</summary>
internal sealed record Mistake(
    Func<RouterDesign, RouterDesign> Router,
    Func<PeerDesign, PeerDesign> Peer,
    Func<string, JsonObject, string, JsonObject> Inputs
)
{
    private const string Wrong = "not-the-password-at-all";

    public static Mistake None { get; } = new(router => router, peer => peer, (_, inputs, _) => inputs);

    /// <summary>The router lets nothing in that anybody announces.</summary>
    public static Mistake RouterFilter { get; } =
        None with
        {
            Router = router =>
                router with
                {
                    Families =
                    [
                        .. router.Families.Select(family =>
                            family with
                            {
                                Accepted =
                                [
                                    Prefix.Parse(family.Family == IpFamily.IPv4 ? "192.0.2.0/24" : "2001:db8:9::/64")!,
                                ],
                            }
                        ),
                    ],
                },
        };

    /// <summary>The router has another password than the cluster.</summary>
    public static Mistake RouterPassword { get; } =
        None with
        {
            Inputs = (type, inputs, password) =>
                type == "command:remote:Command" ? Replaced(inputs, "stdin", password) : inputs,
        };

    /// <summary>The nodes expect another AS number than the router has.</summary>
    public static Mistake ClusterAsn { get; } = None with { Peer = peer => peer with { Asn = 4_200_000_077 } };

    private static JsonObject Replaced(JsonObject inputs, string name, string password)
    {
        var replaced = inputs.DeepClone().AsObject();
        var text = replaced[name]!.ToJsonString().Replace(password, Wrong, StringComparison.Ordinal);
        replaced[name] = JsonNode.Parse(text);
        return replaced;
    }
}
