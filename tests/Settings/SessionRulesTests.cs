namespace BgpLb.Tests.Settings;

public sealed class SessionRulesTests
{
    private const string Public =
        "64512–65534 or 4200000000–4294967294; or bgp.allowPublicAsns: true where the number is yours";

    [Fact]
    public void The_two_ends_have_different_AS_numbers() =>
        StackText
            .Dev.With("asn: 64512", "asn: 64513 # as the nodes")
            .IsRefused(
                "routers[0].asn: found 64513, the cluster's own; "
                    + "allowed: another AS number than cluster.asn: the two ends peer by eBGP"
            );

    [Theory]
    [InlineData("asn: 64513", "cluster.asn")]
    [InlineData("asn: 64512", "routers[0].asn")]
    public void A_public_AS_number_needs_consent(string asn, string path) =>
        StackText.Dev.With(asn, "asn: 3320").IsRefused($"{path}: found 3320, a public AS number; allowed: {Public}");

    [Fact]
    public void A_public_AS_number_is_taken_with_consent() =>
        StackText
            .Dev.With("asn: 64512", "asn: 3320")
            .With("bgplb:bgp:\n", "bgplb:bgp:\n    allowPublicAsns: true\n")
            .IsAccepted();

    [Theory]
    [InlineData("4200000000")]
    [InlineData("\"64513\"")]
    [InlineData("64500")]
    public void Private_and_documentation_AS_numbers_need_no_consent(string asn) =>
        StackText.Dev.With("asn: 64513", $"asn: {asn}").IsAccepted();

    [Theory]
    [InlineData("0")]
    [InlineData("23456")]
    [InlineData("65535")]
    [InlineData("4294967295")]
    [InlineData("064513")]
    [InlineData("64513.0")]
    [InlineData("-1")]
    [InlineData("AS64513")]
    public void An_AS_number_that_is_nobody_s_is_refused(string asn) =>
        StackText
            .Dev.With("asn: 64513", $"asn: {asn}")
            .IsRefused(
                $"cluster.asn: found \"{asn}\"; allowed: an AS number from 1 to 4294967294, neither 23456 nor 65535"
            );

    [Fact]
    public void A_hold_time_is_at_least_3_s() =>
        StackText
            .Dev.With("holdTime: 9", "holdTime: 2")
            .IsRefused("bgp.holdTime: found \"2\"; allowed: a whole number from 3 to 65535");

    [Fact]
    public void Signs_of_life_come_within_the_hold_time() =>
        StackText
            .Dev.With("keepAliveTime: 3", "keepAliveTime: 10")
            .IsRefused("bgp.keepAliveTime: found 10; allowed: at most bgp.holdTime (9); a third of it is usual");

    [Theory]
    [InlineData("64512")]
    [InlineData("64512:65536")]
    [InlineData("64512:1:2")]
    [InlineData("no-export")]
    public void A_community_has_two_numbers(string community) =>
        StackText
            .Prod.With("[\"64512:100\"]", $"[\"{community}\"]")
            .IsRefused(
                $"bgp.communities[0]: found \"{community}\"; "
                    + "allowed: a community AS:NUMBER, each part from 0 to 65535"
            );
}
