using System.Globalization;
using System.Text.RegularExpressions;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;
using FsCheck.Xunit;

namespace BgpLb.Tests.Routers;

/// <summary>What the rendered policies let in, read back from their text.</summary>
public sealed partial class PolicyTests
{
    [Property(MaxTest = 200)]
    public void Exactly_the_pool_gets_in_through_FRR(uint from, ushort count, uint probe) =>
        Exactly(Dialect.Frr, FrrEntry(), from, count, probe);

    [Property(MaxTest = 200)]
    public void Exactly_the_pool_gets_in_through_VyOS(uint from, ushort count, uint probe) =>
        Exactly(Dialect.Vyos, VyosEntry(), from, count, probe);

    private static void Exactly(Dialect dialect, Regex entry, uint from, ushort count, uint probe)
    {
        var last = (uint)Math.Min((ulong)from + count, uint.MaxValue);
        var pool = AddressRange.Parse($"{Text(from)}-{Text(last)}")!;
        var router = Designs.Of(dialect, IpFamily.IPv4);
        router = router with { Families = [router.Families[0] with { Accepted = [.. pool.ToPrefixes()] }] };
        var entries = entry.Matches(RouterConfiguration.Of(router)).Select(ReadEntry).ToArray();

        Assert.NotEmpty(entries);
        Assert.All(entries, one => Assert.Equal((32, 32), (one.Least, one.Most)));
        foreach (
            var number in (uint[])[from, last, unchecked(from - 1), unchecked(last + 1), probe, from + (count / 2u)]
        )
        {
            var expected = from <= number && number <= last;
            var matches = entries.Count(one => one.Prefix.Contains(Address.Parse(Text(number))!));
            Assert.Equal(expected ? 1 : 0, matches);
        }
    }

    private static (Prefix Prefix, int Least, int Most) ReadEntry(Match match)
    {
        var prefix = Prefix.Parse(match.Groups["prefix"].Value)!;
        return (prefix, Number("ge"), Number("le"));
        int Number(string name) =>
            match.Groups[name].Success
                ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture)
                : prefix.Length;
    }

    private static string Text(uint number) =>
        $"{number >> 24}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";

    [GeneratedRegex(
        "^ip prefix-list [^ ]+ permit (?<prefix>[^ \n]+)( ge (?<ge>[0-9]+) le (?<le>[0-9]+))?$",
        Options,
        1000
    )]
    private static partial Regex FrrEntry();

    [GeneratedRegex(
        "^(?<rule>set policy prefix-list [^ ]+ rule [0-9]+) action 'permit'\n"
            + "(\\k<rule> ge '(?<ge>[0-9]+)'\n\\k<rule> le '(?<le>[0-9]+)'\n)?"
            + "\\k<rule> prefix '(?<prefix>[^']+)'$",
        Options,
        1000
    )]
    private static partial Regex VyosEntry();

    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.ExplicitCapture;
}
