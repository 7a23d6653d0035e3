using BgpLb.Addressing;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Stacks.Check.Against;
using BgpLb.Tests.Policies.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check;

public sealed class DifferenceTests
{
    [Theory]
    [InlineData("10.0.0.1-10.0.0.9", "", "10.0.0.1-10.0.0.9")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.9", "")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.0-10.0.0.255", "")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.3", "10.0.0.4-10.0.0.9")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.9", "10.0.0.1-10.0.0.8")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.4 10.0.0.6", "10.0.0.1-10.0.0.3 10.0.0.5 10.0.0.7-10.0.0.9")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.6 10.0.0.2-10.0.0.4", "10.0.0.1 10.0.0.5 10.0.0.7-10.0.0.9")]
    [InlineData("10.0.0.1-10.0.0.9", "10.0.0.2-10.0.0.8 10.0.0.3-10.0.0.4", "10.0.0.1 10.0.0.9")]
    [InlineData("10.0.0.1 10.0.1.1", "10.0.0.10 fd00::1", "10.0.0.1 10.0.1.1")]
    [InlineData("fd00::/64", "fd00::1:0:0:0", "fd00::-fd00::ffff:ffff:ffff fd00::1:0:0:1-fd00::ffff:ffff:ffff:ffff")]
    [InlineData("0.0.0.0-255.255.255.255", "0.0.0.0 255.255.255.255", "0.0.0.1-255.255.255.254")]
    public void Ranges_lose_what_others_have(string ranges, string others, string left) =>
        Assert.Equal(left, string.Join(' ', Ranges.Without(Parse(ranges), Parse(others))));

    [Fact]
    public void A_changed_secret_is_not_quoted_nor_a_part_of_it()
    {
        var changes = Changes(
            Fields.Of(("data", Fields.Of(("password", "hunter2")).AsSecret())),
            Fields.Of(("data", Fields.Of(("password", "hunter3"), ("more", "x")).AsSecret()))
        );
        Assert.Equal(["data: a secret changed"], changes);
    }

    [Fact]
    public void A_value_that_becomes_a_secret_is_not_quoted() =>
        Assert.Equal(
            ["key: a secret changed"],
            Changes(Fields.Of(("key", "hunter2")), Fields.Of(("key", new Text("hunter2").AsSecret())))
        );

    [Fact]
    public void The_same_secret_is_no_change() =>
        Assert.Empty(
            Changes(Fields.Of(("key", new Text("a").AsSecret())), Fields.Of(("key", new Text("a").AsSecret())))
        );

    [Fact]
    public void Paths_lead_into_objects_and_lists() =>
        Assert.Equal(
            ["a.b[1].c: 1 → 2", "gone: true → nothing", "made: nothing → [\"x\", \"y\"]"],
            Changes(
                Fields.Of(
                    ("a", Fields.Of(("b", Items.Of(0, Fields.Of(("c", 1)))))),
                    ("gone", true),
                    ("same", Items.Of(1, 2))
                ),
                Fields.Of(
                    ("a", Fields.Of(("b", Items.Of(0, Fields.Of(("c", 2)))))),
                    ("made", Items.Of("x", "y")),
                    ("same", Items.Of(1, 2))
                )
            )
        );

    [Fact]
    public void Of_long_texts_lines_are_counted() =>
        Assert.Equal(
            ["configuration: 1 line added, 2 removed"],
            Changes(Fields.Of(("configuration", "a\nb\nc")), Fields.Of(("configuration", "a\nd")))
        );

    [Fact]
    public void A_VIP_subnet_is_added()
    {
        var subnet = Fields.Of(("prefix", "10.9.0.0/24"));
        var changes = AddressChange.Between(Shipped.Dev, Shipped.Dev.And("bgplb:index:VipSubnet", "more", subnet));
        Assert.Equal("VIP subnets: + 10.9.0.0/24", AddressWords.Of(Assert.Single(changes)));
    }

    [Fact]
    public void A_pool_that_is_gone_loses_all()
    {
        var changes = AddressChange.Between(Shipped.Dev, Shipped.Dev.Without("CiliumLoadBalancerIPPool dev-reserved"));
        Assert.Equal(
            "pool dev-reserved: − 10.10.50.200-10.10.50.219; 20 → 0 addresses",
            AddressWords.Of(Assert.Single(changes))
        );
    }

    [Theory]
    [InlineData("--format markdown is for --against.", "--format", "markdown")]
    [InlineData("--against is written as text, json or markdown.", "--against", "HEAD", "--format", "sarif")]
    public async Task Formats_fit_what_is_asked(string error, params string[] options) =>
        Assert.StartsWith(
            error,
            (await Outcome.OfAsync(Repository.Root, ["check", .. options])).Refused(),
            StringComparison.Ordinal
        );

    private static string[] Changes(Fields before, Fields after)
    {
        return [.. PropertyChanges.Between(Root(before), Root(after))];

        static Property Root(Fields properties) =>
            new StackResource("urn", "type", "name", properties, Parent: null, [], IsProtected: false).Root;
    }

    private static AddressRange[] Parse(string ranges) =>
        [.. ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => AddressRange.Parse(range)!)];
}
