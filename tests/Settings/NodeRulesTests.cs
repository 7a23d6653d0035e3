namespace BgpLb.Tests.Settings;

public sealed class NodeRulesTests
{
    [Fact]
    public void A_node_lies_within_its_group_s_subnet() =>
        StackText
            .Prod.With("[172.29.51.13, fd47:25e1:2f96:51::13]", "[172.29.50.13, fd47:25e1:2f96:51::13]")
            .IsRefused(
                "cluster.nodeGroups[0].nodes[2].addresses[0]: found 172.29.50.13; "
                    + "allowed: an address within 172.29.51.0/24 or fd47:25e1:2f96:51::/64"
            );

    [Fact]
    public void A_gateway_lies_within_its_group_s_subnet() =>
        StackText
            .Dev.With("gateways: [10.10.40.1]", "gateways: [10.10.30.1]  ")
            .IsRefused("cluster.nodeGroups[1].gateways[0]: found 10.10.30.1; allowed: an address within 10.10.40.0/24");

    [Fact]
    public void A_gateway_has_no_prefix_length() =>
        StackText
            .Dev.With("gateways: [10.10.40.1]", "gateways: [10.10.40.1/24]")
            .IsRefused(
                "cluster.nodeGroups[1].gateways[0]: found \"10.10.40.1/24\"; "
                    + "allowed: an IPv4 or IPv6 address without prefix length"
            );

    [Fact]
    public void A_group_has_one_gateway_per_family() =>
        StackText
            .Dev.With("gateways: [10.10.40.1]", "gateways: [10.10.40.1, 10.10.40.2]")
            .IsRefused("cluster.nodeGroups[1].gateways: found 2 for IPv4; allowed: one per family");

    [Theory]
    [InlineData("cluster.nodeGroups[0].nodes[1].addresses[0]", "172.29.51.12")]
    [InlineData("cluster.nodeGroups[0].gateways[0]", "172.29.51.1")]
    public void No_two_have_the_same_address(string owner, string address) =>
        StackText
            .Prod.With("[172.29.51.13, fd47:25e1:2f96:51::13]", $"[{address}, fd47:25e1:2f96:51::13]")
            .IsRefused(
                $"cluster.nodeGroups[0].nodes[2].addresses[0]: found {address}, as in {owner}; "
                    + "allowed: an address of its own"
            );

    [Fact]
    public void Groups_exclude_each_other() =>
        StackText
            .Dev.With("labels: { bgplb/node-group: green }", "labels: { colour: green }")
            .IsRefused(
                "cluster.nodeGroups[1].labels: found labels that a node of nodeGroups[0] (blue) may have as well; "
                    + "allowed: a label with another value than in every other group, so that no node is in two"
            );

    [Fact]
    public void An_empty_value_is_a_label_too() =>
        StackText.Dev.With("labels: { bgplb/node-group: green }", "labels: { bgplb/node-group: \"\" }").IsAccepted();

    [Fact]
    public void A_label_has_the_form_that_Kubernetes_takes() =>
        StackText
            .Dev.With(
                "labels: { bgplb/node-group: green }",
                "labels: { \"bgplb/node group\": green, bgplb/node-group: -x }"
            )
            .IsRefusedWith(
                "17 cluster.nodeGroups[1].labels.bgplb/node group: found no name of a label; allowed: [DOMAIN/]NAME, "
                    + "the name of at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit",
                "17 cluster.nodeGroups[1].labels.bgplb/node-group: found \"-x\"; allowed: a label's value: empty, or at "
                    + "most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit"
            );

    [Fact]
    public void A_group_says_how_many_nodes_it_has() =>
        StackText
            .Dev.With("        count: 2\n", "")
            .IsRefusedWith(
                "16 cluster.nodeGroups[1].count: found nothing; "
                    + "allowed: how many nodes the group has, or the nodes themselves under \"nodes\""
            );

    [Fact]
    public void A_group_counts_no_fewer_nodes_than_it_lists() =>
        StackText
            .Prod.With("- name: nodes\n", "- name: nodes\n        count: 2\n")
            .With("count: 2", "count: 2 # of 3")
            .IsRefused("cluster.nodeGroups[0].count: found 2; allowed: at least 3, the nodes listed");

    [Fact]
    public void IPv6_only_nodes_need_router_IDs() =>
        StackText
            .Dev.With("podCidrs: [10.52.0.0/16]", "podCidrs: [\"fd00:52::/56\"]")
            .With("serviceCidrs: [10.53.0.0/16]", "serviceCidrs: [10.53.0.0/16, \"fd00:53::/112\"]")
            .With("gateways: [10.10.40.1]", "gateways: [\"fd00:40::1\"]")
            .With("subnets: [10.10.40.0/24]", "subnets: [\"fd00:40::/64\"]")
            .IsRefusedWith(
                "16 cluster.nodeGroups[1].nodes: found IPv6-only nodes without a router ID; "
                    + "allowed: all 2 nodes by name, each with a routerId: Cilium cannot derive one without IPv4"
            );

    [Fact]
    public void A_router_ID_looks_like_an_IPv4_address() =>
        StackText
            .Prod.With("{ name: home-ops-3, addresses", "{ name: home-ops-3, routerId: \"fd47::3\", addresses")
            .IsRefused(
                "cluster.nodeGroups[0].nodes[2].routerId: found \"fd47::3\"; allowed: a BGP identifier in IPv4 notation"
            );
}
