namespace BgpLb.Tests.Settings;

public sealed class UnknownKeysTests
{
    [Theory]
    [InlineData("bgplb:vipSubnets:", "bgplb:vipSubnet:", "vipSubnet", "vipSubnets")]
    [InlineData("bgplb:objectives:", "bgplb:objective:", "objective", "objectives")]
    [InlineData("count: 3", "cuont: 3", "cluster.nodeGroups[0].cuont", "count")]
    [InlineData("keepAliveTime: 3", "keepaliveTime: 3", "bgp.keepaliveTime", "keepAliveTime")]
    [InlineData("user: vyos", "usr: vyos", "routers[0].ssh.usr", "user")]
    [InlineData("nodeDies: 0.5", "nodeDeis: 0.5", "objectives.failover.nodeDeis", "nodeDies")]
    public void An_unknown_key_is_refused_with_the_nearest_known_one(string from, string to, string path, string near)
    {
        var stack = StackText.Dev.With(from, to);
        var problem = Assert.Single(stack.ProblemsBeside(), problem => problem.Found == "an unknown key");

        Assert.Equal($"{path}: found an unknown key; allowed: \"{near}\" is the nearest known one", $"{problem}");
        Assert.Equal(stack.LineOf(to), problem.Line);
    }

    [Fact]
    public void Where_none_is_near_all_known_ones_are_named() =>
        StackText
            .Dev.With("    version: 1.20.2", "    version: 1.20.2 # set\n    password: hunter2")
            .With("    password: hunter2", "    secretPassphrase: hunter2")
            .IsRefused(
                "cilium.secretPassphrase: found an unknown key; allowed: one of version, management, namespace, release, "
                    + "repository, chart, await, routingMode, loadBalancerMode, algorithm, kubeProxyReplacement, "
                    + "values, adoptObjects"
            );

    [Fact]
    public void An_unknown_key_of_a_list_s_object_is_refused() =>
        StackText
            .Prod.With("{ name: home-ops-2, addresses", "{ name: home-ops-2, adress: x, addresses")
            .IsRefused(
                "cluster.nodeGroups[0].nodes[1].adress: found an unknown key; "
                    + "allowed: \"addresses\" is the nearest known one"
            );

    [Fact]
    public void A_key_of_the_stack_file_has_its_namespace() =>
        StackText
            .Dev.With("bgplb:vipSubnets:", "vipSubnets:")
            .IsRefused("config.vipSubnets: found a key without namespace; allowed: bgplb:vipSubnets");

    [Fact]
    public void Other_namespaces_are_left_alone() => StackText.Dev.And("  kubernetes:context: x").IsAccepted();
}
