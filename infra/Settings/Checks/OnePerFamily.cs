using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Lists that hold at most one IPv4 and one IPv6 entry.</summary>
internal static class OnePerFamily
{
    public static void Check(IEnumerable<IpFamily> families, string path, Problems problems)
    {
        IpFamily[] all = [.. families];
        foreach (var family in (IpFamily[])[IpFamily.IPv4, IpFamily.IPv6])
        {
            if (!problems.Touch(path) && all.Count(one => one == family) is > 1 and var count)
            {
                problems.Add(path, $"{count} for {family}", "one per family");
            }
        }
    }
}
