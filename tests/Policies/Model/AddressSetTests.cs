using BgpLb.Addressing;
using BgpLb.Policies.Model.Routers;

namespace BgpLb.Tests.Policies.Model;

public sealed class AddressSetTests
{
    [Theory]
    [InlineData("10.0.0.3-10.0.0.5 10.0.0.1-10.0.0.2", "10.0.0.1-10.0.0.5")]
    [InlineData("10.0.0.1-10.0.0.2 10.0.0.4", "10.0.0.1-10.0.0.2 10.0.0.4")]
    [InlineData("10.0.0.0/24 10.0.0.7 10.0.0.200-10.0.1.3", "10.0.0.0-10.0.1.3")]
    [InlineData("255.255.255.255 ::", "255.255.255.255 ::")]
    [InlineData("0.0.0.0/0 255.255.255.255", "0.0.0.0-255.255.255.255")]
    public void Ranges_that_overlap_or_touch_become_one(string ranges, string expected) =>
        Assert.Equal(expected, Written(Read(ranges)));

    [Theory]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.3-10.0.0.5", "10.0.0.1-10.0.0.2 10.0.0.6-10.0.0.9")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.9", "")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.0/24", "")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.1 10.0.0.9", "10.0.0.2-10.0.0.8")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.0 10.0.0.10", "10.0.0.1-10.0.0.9")]
    [InlineData("10.0.0.1 10.0.0.5 10.0.0.9", "10.0.0.0-10.0.0.6", "10.0.0.9")]
    [InlineData("10.0.0.0/24 ::/120", "10.0.0.0/25 ::80/121", "10.0.0.128-10.0.0.255 ::-::7f")]
    [InlineData("0:0:0:1::/64", "0:0:0:1::", "0:0:0:1::1-::1:ffff:ffff:ffff:ffff")]
    [InlineData("::-0:0:0:1::1", "0:0:0:1::", "::-::ffff:ffff:ffff:ffff 0:0:0:1::1")]
    public void What_another_set_holds_is_taken_out(string from, string taken, string expected) =>
        Assert.Equal(Written(Read(expected)), Written(Read(from).Except(Read(taken))));

    [Fact]
    public void A_union_holds_both() =>
        Assert.Equal("10.0.0.1-10.0.0.4", Written(Read("10.0.0.1-10.0.0.2").Union(Read("10.0.0.3-10.0.0.4"))));

    [Theory]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.0.0.1", true)]
    [InlineData("10.0.0.2", true)]
    [InlineData("10.0.0.3", false)]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.6", false)]
    [InlineData("::5", true)]
    [InlineData("::6", false)]
    public void It_knows_what_it_holds(string address, bool expected) =>
        Assert.Equal(expected, Read("10.0.0.1-10.0.0.2 10.0.0.5 ::5").Contains(Address.Parse(address)!));

    [Fact]
    public void Families_can_be_told_apart() => Assert.Equal("::5", Written(Read("10.0.0.1 ::5").In(IpFamily.IPv6)));

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("10.0.0.1 10.0.0.3 10.0.0.5", "10.0.0.1 and 2 more ranges")]
    public void It_is_shown_short(string ranges, string expected) => Assert.Equal(expected, Read(ranges).ToString());

    private static AddressSet Read(string ranges) =>
        AddressSet.Of(
            ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => AddressRange.Parse(range)!)
        );

    private static string Written(AddressSet set) => string.Join(' ', set.Ranges);
}
