using System.Text.Json;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Support;

/// <summary>For how long sessions have stood, in full seconds given as milliseconds, by the peer's address.</summary>
internal static class Uptimes
{
    private static readonly string[] Families = ["ipv4", "ipv6"];

    public static Dictionary<string, long> Of(Gateway gateway) =>
        Families
            .SelectMany(family =>
            {
                using var summary = JsonDocument.Parse(gateway.Vtysh($"show bgp {family} unicast summary json"));
                return summary
                    .RootElement.GetProperty("peers")
                    .EnumerateObject()
                    .Select(peer => (peer.Name, peer.Value.GetProperty("peerUptimeMsec").GetInt64()))
                    .ToList();
            })
            // A session is listed in both families.
            .GroupBy(session => session.Name, session => session.Item2, StringComparer.Ordinal)
            .ToDictionary(session => session.Key, session => session.First(), StringComparer.Ordinal);

    public static void AssertUnbroken(int count, Dictionary<string, long> before, Dictionary<string, long> after)
    {
        Assert.Equal(count, after.Count);
        Assert.All(
            after,
            session => Assert.True(session.Value >= before[session.Key], $"{session} {before[session.Key]}")
        );
    }
}
