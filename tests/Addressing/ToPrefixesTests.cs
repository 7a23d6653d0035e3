using BgpLb.Addressing;
using FsCheck.Xunit;

namespace BgpLb.Tests.Addressing;

/// <summary>Routers filter by prefixes, so those of a range decide what is taken in.</summary>
[Properties(Arbitrary = [typeof(Networks)])]
public sealed class ToPrefixesTests
{
    [Property]
    public bool The_prefixes_of_a_range_follow_each_other_from_its_first_to_its_last_address(AddressRange range)
    {
        Prefix[] prefixes = [.. range.ToPrefixes()];
        return prefixes[0].Range.First == range.First
            && prefixes[^1].Range.Last == range.Last
            && prefixes.Zip(prefixes.Skip(1)).All(pair => pair.First.Range.Last.Next() == pair.Second.Network)
            && !prefixes.Any(prefix => prefix.HasHostBits || prefix.Family != range.Family);
    }

    /// <summary>Networks without overlap can only be fewer where two halves of a larger one are among them.</summary>
    [Property]
    public bool No_two_prefixes_of_a_range_make_a_larger_one(AddressRange range)
    {
        Prefix[] prefixes = [.. range.ToPrefixes()];
        return prefixes
            .Zip(prefixes.Skip(1))
            .All(pair =>
                pair.First.Length != pair.Second.Length
                || !new Prefix(pair.First.Network, pair.First.Length - 1).Masked.Contains(pair.Second.Network)
            );
    }

    [Property]
    public bool A_prefix_is_one_prefix(Prefix prefix) => prefix.Range.ToPrefixes().Single().Equals(prefix);

    [Property]
    public bool The_counts_of_the_prefixes_make_up_the_count_of_the_range(AddressRange range) =>
        Capacity.Of(range.ToPrefixes().Select(prefix => prefix.Range)) == range.Count;

    [Theory]
    [InlineData("172.29.52.50-172.29.52.53", "172.29.52.50/31 172.29.52.52/31")]
    [InlineData("0.0.0.0-255.255.255.255", "0.0.0.0/0")]
    [InlineData("255.255.255.254-255.255.255.255", "255.255.255.254/31")]
    [InlineData("0.0.0.1-0.0.0.1", "0.0.0.1/32")]
    [InlineData("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::/0")]
    [InlineData("::ffff:ffff:ffff:ffff-0:0:0:1::", "::ffff:ffff:ffff:ffff/128 0:0:0:1::/128")]
    public void A_range_has_its_prefixes(string range, string prefixes) =>
        Assert.Equal(prefixes, string.Join(' ', AddressRange.Parse(range)!.ToPrefixes()));
}
