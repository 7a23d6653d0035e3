using BgpLb.Addressing;
using FsCheck.Xunit;

namespace BgpLb.Tests.Addressing;

[Properties(Arbitrary = [typeof(Networks)])]
public sealed class AddressTests
{
    [Property]
    public bool An_address_is_read_as_it_was_printed(Address address) => Address.Parse(address.ToString()) == address;

    [Property]
    public bool Addresses_of_a_family_are_ordered_as_numbers(Address one, Address other) =>
        one.Family != other.Family
            ? one < other == (one.Family == IpFamily.IPv4)
            : one.CompareTo(other) == one.Number().CompareTo(other.Number());

    [Property]
    public bool Equal_addresses_have_equal_hashes_and_nothing_between_them(Address one, Address other) =>
        one == other
            ? one.GetHashCode() == other.GetHashCode() && one <= other && one >= other
            : one < other != one > other;

    [Property]
    public bool The_next_address_is_one_further(Address address) =>
        address.Number() == Networks.Greatest(address.Family) || address.Next().Number() == address.Number() + 1;

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fd47:25e1:2f96:52:100::")]
    [InlineData("2001:db8::1:0:0:1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void A_canonical_address_is_printed_as_it_was_read(string text) =>
        Assert.Equal(text, Address.Parse(text)?.ToString());

    [Theory]
    [InlineData("FD00:0::0001", "fd00::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    public void Other_spellings_are_printed_in_the_canonical_one(string text, string canonical) =>
        Assert.Equal(canonical, Address.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("10.1")]
    [InlineData("10.0.0.01")]
    [InlineData("10.0.0.256")]
    [InlineData("172.29.52.999")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("167772161")]
    [InlineData("10.0.0.1 ")]
    [InlineData("10.0.0.1/32")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("[::1]:80")]
    [InlineData("::1/128")]
    [InlineData(" ::1")]
    [InlineData("::1 ")]
    [InlineData("1::2::3")]
    [InlineData(":::")]
    [InlineData("12345::")]
    [InlineData("router")]
    public void What_routers_and_Kubernetes_do_not_read_alike_is_refused(string text) =>
        Assert.Null(Address.Parse(text));
}
