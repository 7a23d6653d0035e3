using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

public sealed class GoldenTests
{
    [Fact]
    public void The_dev_stack_in_VyOS_words() => Golden.Check("dev.vyos", Text(Designs.Dev));

    [Fact]
    public void The_prod_stack_in_FRR_words() => Golden.Check("prod.frr", Text(Designs.Prod));

    [Theory]
    [InlineData(Dialect.Vyos, "both.vyos", IpFamily.IPv4, IpFamily.IPv6)]
    [InlineData(Dialect.Vyos, "ipv4.vyos", IpFamily.IPv4)]
    [InlineData(Dialect.Vyos, "ipv6.vyos", IpFamily.IPv6)]
    [InlineData(Dialect.Frr, "both.frr", IpFamily.IPv4, IpFamily.IPv6)]
    [InlineData(Dialect.Frr, "ipv4.frr", IpFamily.IPv4)]
    [InlineData(Dialect.Frr, "ipv6.frr", IpFamily.IPv6)]
    public void Each_family_alone_and_both(Dialect dialect, string golden, params IpFamily[] families) =>
        Golden.Check(golden, Text(Designs.Of(dialect, families)));

    [Theory]
    [InlineData(Dialect.Vyos, "drop-at-once.vyos")]
    [InlineData(Dialect.Frr, "drop-at-once.frr")]
    public void Without_graceful_restart_nothing_is_kept(Dialect dialect, string golden) =>
        Golden.Check(
            golden,
            Text(Designs.Of(dialect, IpFamily.IPv4) with { Restart = new RestartPolicy.DropAtOnce(), Communities = [] })
        );

    [Theory]
    [InlineData(Dialect.Vyos, "communities.vyos")]
    [InlineData(Dialect.Frr, "communities.frr")]
    public void Several_communities_are_all_asked_for(Dialect dialect, string golden) =>
        Golden.Check(
            golden,
            Text(
                Designs.Of(dialect, IpFamily.IPv4) with
                {
                    Restart = new RestartPolicy.KeepStale(7),
                    Communities = ["64512:200", "65535:65281", "64512:100"],
                }
            )
        );

    [Fact]
    public void A_firewall_lets_the_nodes_dial_and_nobody_else() =>
        Golden.Check(
            "firewall.vyos",
            Text(Designs.Of(Dialect.Vyos, IpFamily.IPv4, IpFamily.IPv6) with { FirewallRule = 10 })
        );

    [Fact]
    public void A_whole_document_for_a_gateway_s_API() =>
        Golden.Check(
            "document.frr",
            Text(Designs.Prod with { Access = new ApiSettings(new("https://172.29.51.1"), "default", Pin: null) })
        );

    private static string Text(RouterDesign router) => RouterConfiguration.Of(router);
}
