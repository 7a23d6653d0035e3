namespace BgpLb.Tests.Settings;

public sealed class RouterRulesTests
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJPhEi+hLRzBPSO1FpPCTELt3bcZ0HB13NiYfn4q2jDp";

    private const string KeyAllowed =
        "TYPE BASE64 as ssh-keyscan prints it after the name, such as \"ssh-ed25519 AAAAC3Nz…\"; "
        + "without it anyone could pose as the router";

    private const string SecondRouter = """
            - name: spare
              dialect: frr
              asn: 64512
              routerId: 10.10.10.2
              addresses: [10.10.30.2, 10.10.40.2]
              ssh: { host: 10.10.10.2, user: root, hostKey: KEY }

        """;

    [Fact]
    public void A_router_without_host_key_is_refused()
    {
        var dev = StackText.Dev.With($"        hostKey: {Key}\n", "");

        dev.IsRefusedWith($"{dev.LineOf("ssh:")} routers[0].ssh.hostKey: found nothing; allowed: {KeyAllowed}");
    }

    [Theory]
    [InlineData("10.10.10.1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJPhEi+hLRzBPSO1FpPCTELt3bcZ0HB13NiYfn4q2jDp")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-ed25519 ????")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIJPhEi+hLRzBPSO1FpPCTELt3bcZ0HB13NiYfn4q2jDp")]
    [InlineData("SHA256:uNiVztksCsDhcc0u9e8BrJQlBLbYzh0vXcTG2pVRFY0")]
    public void A_host_key_is_one_that_SSH_prints(string key)
    {
        var problem = Assert.Single(StackText.Dev.With(Key, key).ProblemsBeside());

        Assert.Equal("routers[0].ssh.hostKey", problem.Path);
        Assert.Equal(KeyAllowed, problem.Allowed);
    }

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.3.8")]
    [InlineData("1.2")]
    public void VyOS_before_1_4_is_refused(string version) =>
        StackText
            .Dev.With("version: \"1.4\"", $"version: \"{version}\"")
            .IsRefused(
                $"routers[0].version: found \"{version}\"; allowed: VyOS 1.4 or later: "
                    + "before, the AS number is part of every path and the commands differ"
            );

    [Theory]
    [InlineData("1.4")]
    [InlineData("\"1.4-rolling-202405120310\"")]
    [InlineData("\"2026.02\"")]
    [InlineData("rolling")]
    public void Later_VyOS_is_taken(string version) =>
        StackText.Dev.With("version: \"1.4\"", $"version: {version}").IsAccepted();

    [Fact]
    public void FRR_that_cannot_tell_a_restart_from_a_death_is_refused_with_graceful_restart() =>
        StackText
            .Prod.With("dialect: unifi", "dialect: unifi\n      version: \"8.2\"")
            .With("version: \"8.2\"", "version: \"8.2.2\"")
            .IsRefused(
                "routers[0].version: found \"8.2.2\" with bgp.gracefulRestart; allowed: FRR 8.3 or later, or no graceful "
                    + "restart: before, a dead node's routes stay for the restart time"
            );

    [Fact]
    public void A_router_s_identifier_looks_like_an_IPv4_address() =>
        StackText
            .Prod.With("routerId: 172.29.51.1", "routerId: fd47:25e1:2f96:51::1")
            .IsRefused(
                "routers[0].routerId: found \"fd47:25e1:2f96:51::1\"; allowed: a BGP identifier in IPv4 notation"
            );

    [Fact]
    public void One_of_several_routers_needs_addresses_of_its_own()
    {
        var dev = StackText.Dev.With("  bgplb:bgp:\n", $"{SecondRouter.Replace("KEY", Key)}  bgplb:bgp:\n");

        dev.IsRefusedWith(
            $"{dev.LineOf("- name: gateway")} routers[0].addresses: found nothing; allowed: "
                + "the router's own address in each node group's subnets, as there are several routers"
        );
    }

    [Fact]
    public void A_router_is_reachable_from_every_group() =>
        StackText
            .Dev.With("maximumPaths: 8", "addresses: [10.10.30.1]")
            .IsRefused("routers[0].addresses: found 0 addresses within 10.10.40.0/24; allowed: exactly one per subnet");

    [Fact]
    public void A_router_s_addresses_are_where_nodes_are() =>
        StackText
            .Dev.With("maximumPaths: 8", "addresses: [10.10.30.1, 10.10.40.1, 10.10.10.1]")
            .IsRefused(
                "routers[0].addresses[2]: found 10.10.10.1; allowed: an address within 10.10.30.0/24 or 10.10.40.0/24"
            );

    [Fact]
    public void A_family_without_gateway_needs_no_router_address() =>
        StackText
            .Prod.With("gateways: [172.29.51.1, fd47:25e1:2f96:51::1]", "gateways: [172.29.51.1]")
            .With("maximumPaths: 8", "addresses: [172.29.51.1]")
            .With(
                "    - name: bgp-default-ipv6\n      general: true\n      addresses: [\"fd47:25e1:2f96:52:100::/120\"]\n",
                ""
            )
            .IsAccepted();

    [Theory]
    [InlineData("59")]
    [InlineData("3601")]
    [InlineData("5m")]
    [InlineData("90.5")]
    public void A_router_waits_for_its_sessions_between_a_minute_and_an_hour(string seconds) =>
        StackText
            .Dev.With("maximumPaths: 8", $"revertAfter: {seconds}")
            .IsRefused($"routers[0].revertAfter: found \"{seconds}\"; allowed: a whole number from 60 to 3600");

    [Fact]
    public void A_router_does_not_go_back_before_its_nodes_can_have_dialled_again() =>
        StackText
            .Dev.With("holdTime: 9", "connectRetryTime: 53")
            .With("      routerReboots: 15\n", "")
            .With("maximumPaths: 8", "revertAfter: 60")
            .IsRefused(
                "routers[0].revertAfter: found 60, while a node may take 60 s to dial again; "
                    + "allowed: more than 60, or the router goes back too soon; or a shorter bgp.connectRetryTime"
            );

    [Theory]
    [InlineData("0")]
    [InlineData("1000000")]
    [InlineData("first")]
    public void A_firewall_rule_has_a_number_that_VyOS_takes(string number) =>
        StackText
            .Dev.With("maximumPaths: 8", $"firewall: {{ rule: {number} }}")
            .IsRefused($"routers[0].firewall.rule: found \"{number}\"; allowed: a whole number from 1 to 999999");

    [Fact]
    public void A_firewall_rule_needs_its_number() =>
        StackText
            .Dev.With("maximumPaths: 8", "firewall: {}")
            .IsRefused("routers[0].firewall.rule: found nothing; allowed: a whole number from 1 to 999999");

    [Theory]
    [InlineData("frr")]
    [InlineData("unifi")]
    public void Only_VyOS_s_firewall_is_the_program_s_to_write(string dialect) =>
        StackText
            .Dev.With("dialect: vyos\n      version: \"1.4\"", $"dialect: {dialect}")
            .With("maximumPaths: 8", "firewall: { rule: 10 }")
            .IsRefused(
                $"routers[0].firewall: found a rule with dialect {dialect}; allowed: nothing: the firewall of a router "
                    + "without VyOS is not the program's; let the nodes reach TCP port 179 there"
            );

    [Fact]
    public void A_firewall_rule_is_part_of_the_design()
    {
        Assert.Null(StackText.Dev.IsAccepted().Routers[0].FirewallRule);
        Assert.Equal(
            10,
            StackText.Dev.With("maximumPaths: 8", "firewall: { rule: 10 }").IsAccepted().Routers[0].FirewallRule
        );
    }

    [Fact]
    public void A_router_has_no_more_sessions_than_its_listen_limit() =>
        StackText
            .Dev.With("count: 3", "count: 4990")
            .With("maximumPaths: 8", "spareNodes: 9")
            .IsRefused(
                "routers[0].spareNodes: found 9, which makes 5001 sessions; "
                    + "allowed: so few that the router has 5000 sessions at most, its listen limit"
            );

    [Fact]
    public void Probing_needs_another_next_hop()
    {
        var dev = StackText.Dev.With("maximumPaths: 8", "maximumPaths: 1\n      neighbourProbing: true");

        dev.IsRefusedWith(
            $"{dev.LineOf("neighbourProbing")} routers[0].neighbourProbing: found true with maximumPaths 1; allowed: "
                + "nothing: a silent node is left out for another one, so it takes a maximumPaths of at least 2"
        );
    }

    [Fact]
    public void Probing_needs_a_kernel_that_can_be_told()
    {
        var prod = AccessRulesTests.Prod.With("delivery: api", "delivery: api\n      neighbourProbing: true");

        prod.IsRefusedWith(
            $"{prod.LineOf("neighbourProbing")} routers[0].neighbourProbing: found true with delivery api; allowed: "
                + "nothing: over an API nobody can tell the kernel to probe"
        );
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("auto")]
    public void Probing_is_a_yes_a_no_or_unset(string value)
    {
        var dev = StackText.Dev.With("maximumPaths: 8", $"neighbourProbing: {value}");

        dev.IsRefusedWith(
            $"{dev.LineOf("neighbourProbing")} routers[0].neighbourProbing: found \"{value}\"; allowed: true or false"
        );
    }
}
