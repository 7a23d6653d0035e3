namespace BgpLb.Tests.Settings;

public sealed class AddressRulesTests
{
    [Fact]
    public void A_pool_lies_within_a_VIP_subnet() =>
        StackText
            .Dev.With("10.10.50.10-10.10.50.199", "10.10.50.10-10.10.51.9")
            .IsRefused("pools[0].addresses[0]: found 10.10.50.10-10.10.51.9; allowed: addresses within 10.10.50.0/24");

    [Fact]
    public void Pools_do_not_overlap() =>
        StackText
            .Dev.With("10.10.50.200-10.10.50.219", "10.10.50.199-10.10.50.219")
            .IsRefused(
                "pools[1].addresses[0]: found 10.10.50.199-10.10.50.219, which overlaps 10.10.50.10-10.10.50.199 "
                    + "(pools[0].addresses[0]); allowed: addresses of one pool only: "
                    + "Cilium disables the newer of two overlapping pools whole"
            );

    [Fact]
    public void The_ranges_of_one_pool_do_not_overlap_either() =>
        StackText
            .Dev.With("[10.10.50.200-10.10.50.219]", "[10.10.50.200-10.10.50.219, 10.10.50.208/29]")
            .IsRefused(
                "pools[1].addresses[1]: found 10.10.50.208-10.10.50.215, which overlaps 10.10.50.200-10.10.50.219 "
                    + "(pools[1].addresses[0]); allowed: addresses of one pool only: "
                    + "Cilium disables the newer of two overlapping pools whole"
            );

    [Theory]
    [InlineData("10.10.50.99-10.10.50.10")]
    [InlineData("10.10.50.10-fd00::1")]
    [InlineData("10.10.50.10-999")]
    [InlineData("10.10.52.999")]
    public void A_range_has_a_start_and_an_end_that_follows_it(string range) =>
        StackText
            .Dev.With("10.10.50.200-10.10.50.219", range)
            .IsRefused(
                $"pools[1].addresses[0]: found \"{range}\"; allowed: "
                    + "FIRST-LAST, a network or one address, such as 10.10.50.10-10.10.50.99"
            );

    [Theory]
    [InlineData("10.10.50.0/24", "10.10.50.9/24", "vipSubnets[0]")]
    [InlineData("10.10.40.0/24", "10.10.40.1/24", "cluster.nodeGroups[1].subnets[0]")]
    public void Host_bits_in_a_prefix_are_refused_with_the_right_network(string right, string wrong, string path) =>
        StackText
            .Dev.With($"[{right}]", $"[{wrong}]")
            .IsRefused($"{path}: found \"{wrong}\"; allowed: a network without host bits: {right}");

    [Fact]
    public void A_block_with_host_bits_is_refused_with_the_right_network() =>
        StackText
            .Dev.With("10.10.50.200-10.10.50.219", "10.10.50.200/28")
            .IsRefused(
                "pools[1].addresses[0]: found \"10.10.50.200/28\"; allowed: "
                    + "a network without host bits: 10.10.50.192/28"
            );

    [Theory]
    [InlineData("10.10.50")]
    [InlineData("10.10.50.0")]
    [InlineData("10.10.50.0/33")]
    [InlineData("10.10.050.0/24")]
    [InlineData("10.10.50.0/-1")]
    public void A_network_is_an_address_and_a_length(string text) =>
        StackText
            .Dev.With("[10.10.50.0/24]", $"[{text}]")
            .IsRefused($"vipSubnets[0]: found \"{text}\"; allowed: a network such as 10.10.50.0/24 or fd00:50::/64");

    [Fact]
    public void An_IPv6_pool_needs_an_IPv6_session() =>
        StackText
            .Prod.With("gateways: [172.29.51.1, fd47:25e1:2f96:51::1]", "gateways: [172.29.51.1]")
            .With("\"fd47:25e1:2f96:52:100::/120\"", "\"fd47:25e1:2f96:52:100::/121\"")
            .IsRefused(
                "pools[3].addresses[0]: found fd47:25e1:2f96:52:100::-fd47:25e1:2f96:52:100::7f, but no IPv6 session; "
                    + "allowed: a pool of a family that the sessions carry; "
                    + "add an IPv6 subnet and gateway to a node group"
            );

    [Fact]
    public void An_IPv6_pool_needs_IPv6_Services() =>
        StackText
            .Prod.With("[10.96.0.0/12, fd47:25e1:2f96:f000::/112]", "[10.96.0.0/12]")
            .With("\"fd47:25e1:2f96:52:100::/120\"", "\"fd47:25e1:2f96:52:100::1\"")
            .IsRefused(
                "pools[3].addresses[0]: found fd47:25e1:2f96:52:100::1, but no IPv6 network in cluster.serviceCidrs; "
                    + "allowed: a family that the cluster's Services have"
            );
}
