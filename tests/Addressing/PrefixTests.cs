using BgpLb.Addressing;
using FsCheck.Xunit;

namespace BgpLb.Tests.Addressing;

[Properties(Arbitrary = [typeof(Networks)])]
public sealed class PrefixTests
{
    [Property]
    public bool A_prefix_is_read_as_it_was_printed(Prefix prefix) => prefix.Equals(Prefix.Parse(prefix.ToString()));

    [Property]
    public bool A_prefix_has_two_to_the_power_of_its_free_bits(Prefix prefix)
    {
        var free = prefix.Network.Bits - prefix.Length;
        return prefix.Range.First == prefix.Network
            && prefix.Range.Last.Number() - prefix.Network.Number()
                == (free == 128 ? UInt128.MaxValue : (UInt128.One << free) - 1)
            && prefix.Range.Count == (free >= 63 ? long.MaxValue : 1L << free);
    }

    [Property]
    public bool Clearing_host_bits_leaves_a_network_that_holds_the_address(Address address, byte length)
    {
        var loose = new Prefix(address, length % (address.Bits + 1));
        return !loose.Masked.HasHostBits
            && loose.Masked.Contains(address)
            && loose.HasHostBits == (loose.Network != loose.Masked.Network)
            && Prefix.Parse($"{loose}") is null == loose.HasHostBits;
    }

    [Property]
    public bool Two_prefixes_overlap_only_where_one_holds_the_other(Prefix one, Prefix other) =>
        one.Overlaps(other) == other.Overlaps(one)
        && one.Overlaps(other) == (one.Range.Contains(other.Range) || other.Range.Contains(one.Range));

    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0-255.255.255.255", 4294967296)]
    [InlineData("255.255.255.255/32", "255.255.255.255", 1)]
    [InlineData("::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", long.MaxValue)]
    [InlineData("::/64", "::-::ffff:ffff:ffff:ffff", long.MaxValue)]
    [InlineData("::/66", "::-::3fff:ffff:ffff:ffff", 4611686018427387904)]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 1)]
    [InlineData("fd47:25e1:2f96:52:100::/120", "fd47:25e1:2f96:52:100::-fd47:25e1:2f96:52:100::ff", 256)]
    public void Extremes_have_their_first_and_last_address(string prefix, string range, long count)
    {
        Assert.Equal(range, Prefix.Parse(prefix)?.Range.ToString());
        Assert.Equal(count, Prefix.Parse(prefix)?.Range.Count);
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("10.0.0.0/")]
    [InlineData("/8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("10.0.0.0/99999999999")]
    [InlineData("10.0.0.1/8")]
    public void What_is_no_network_is_refused(string text) => Assert.Null(Prefix.Parse(text));
}
