using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Lists that hold at most one IPv4 and one IPv6 entry.</summary>
internal static class OnePerFamily
{
    public static void Check(ImmutableArray<Prefix> networks, string path, Problems problems) =>
        Check(networks.Select(network => network.Network), path, problems);

    public static void Check(IEnumerable<Address> addresses, string path, Problems problems)
    {
        if (problems.Touch(path))
        {
            return;
        }

        Address[] all = [.. addresses];
        Check(IpFamily.IPv4, all.Count(address => address.Family == IpFamily.IPv4), path, problems);
        Check(IpFamily.IPv6, all.Count(address => address.Family == IpFamily.IPv6), path, problems);
    }

    private static void Check(IpFamily family, int count, string path, Problems problems)
    {
        if (count > 1)
        {
            problems.Add(path, $"{count} for {family}", "one per family");
        }
    }
}
