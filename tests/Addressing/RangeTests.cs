using BgpLb.Addressing;
using FsCheck.Xunit;

namespace BgpLb.Tests.Addressing;

[Properties(Arbitrary = [typeof(Networks)])]
public sealed class RangeTests
{
    [Property]
    public bool A_range_is_read_as_it_was_printed(AddressRange range) =>
        range.Equals(AddressRange.Parse(range.ToString()))
        && range.Equals(AddressRange.Parse($"{range.First} - {range.Last}"));

    [Property]
    public bool A_range_counts_both_its_ends(AddressRange range)
    {
        var distance = range.Last.Number() - range.First.Number();
        return range.Count == (distance >= long.MaxValue ? long.MaxValue : (long)distance + 1);
    }

    [Property]
    public bool Ranges_overlap_where_they_share_an_address_and_in_both_directions(AddressRange one, AddressRange other)
    {
        var share =
            one.Family == other.Family
            && UInt128.Max(one.First.Number(), other.First.Number())
                <= UInt128.Min(one.Last.Number(), other.Last.Number());
        return one.Overlaps(other) == share && other.Overlaps(one) == share;
    }

    [Property]
    public bool A_range_holds_another_where_it_holds_both_its_ends(AddressRange one, AddressRange other) =>
        one.Contains(other) == (one.Contains(other.First) && one.Contains(other.Last))
        && (!one.Contains(other) || one.Overlaps(other));

    [Property]
    public bool Capacity_is_the_sum_of_the_counts_whatever_their_order(AddressRange[] ranges)
    {
        var sum = ranges.Aggregate((UInt128)0, (all, range) => all + (UInt128)range.Count);
        return Capacity.Of(ranges) == (long)UInt128.Min(sum, long.MaxValue)
            && Capacity.Of(ranges.Reverse()) == Capacity.Of(ranges);
    }

    [Theory]
    [InlineData("172.29.52.100-172.29.52.199", 100)]
    [InlineData("172.29.52.200 - 172.29.52.220", 21)]
    [InlineData("10.0.0.1", 1)]
    [InlineData("10.0.0.255-10.0.1.0", 2)]
    [InlineData("::ffff:ffff:ffff:ffff-0:0:0:1::", 2)]
    [InlineData("::-::7fff:ffff:ffff:fffd", long.MaxValue - 1)]
    [InlineData("::-::7fff:ffff:ffff:fffe", long.MaxValue)]
    [InlineData("::-::7fff:ffff:ffff:ffff", long.MaxValue)]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 1)]
    public void Ranges_have_their_number_of_addresses(string text, long count) =>
        Assert.Equal(count, AddressRange.Parse(text)?.Count);

    [Theory]
    [InlineData("10.0.0.2-10.0.0.1")]
    [InlineData("10.0.0.1-::1")]
    [InlineData("10.0.0.1-10.0.0.2-10.0.0.3")]
    [InlineData("172.29.52.900-172.29.52.999")]
    [InlineData("10.0.0.1-")]
    [InlineData("-10.0.0.1")]
    [InlineData("10.0.0.1/24")]
    [InlineData("")]
    public void What_is_no_range_is_refused(string text) => Assert.Null(AddressRange.Parse(text));
}
