using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class KnownValuesTests
{
    private const string Rule = "known-values";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("externalIPs", "1.18.0", "is gone since Cilium 1.17")]
    [InlineData("nodePort.enabled", "1.19.4", "is gone since Cilium 1.19")]
    [InlineData("customCalls", "1.20.2", "is gone since Cilium 1.19")]
    [InlineData("tmpVolume", "1.18.12", "comes with Cilium 1.19 only, and \"1.18.12\" is wanted")]
    [InlineData("loadBalancer.reflectorWaitTime", "1.19.6", "comes with Cilium 1.20 only")]
    [InlineData("bpgControlPlane", "1.20.2", "is no value of the chart")]
    [InlineData("loadBalancer.mod", "1.20.2", "is no value of the chart")]
    [InlineData("bgpControlPlane.statusReport.enable", "1.20.2", "is no value of the chart")]
    public void A_value_that_the_chart_does_not_know_is_found(string path, string version, string fault) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.WithVersion(version).WithValue(path, true),
            $"{path} of Release cilium {fault}"
        );

    [Theory]
    [InlineData("nodePort.enabled", "1.18.12")]
    [InlineData("tmpVolume", "1.19.4")]
    [InlineData("preferIpv6", "1.20.0")]
    [InlineData("loadBalancer.l7.any", "1.20.0")]
    [InlineData("extraConfig.any", "1.19.4")]
    [InlineData("global.any", "1.18.0")]
    public void One_that_it_knows_is_not(string path, string version) =>
        Expect.Kept(Rule, Shipped.Dev.WithVersion(version).WithValue(path, true));

    [Fact]
    public void The_documentation_s_typo_of_the_secrets_namespace_is_found()
    {
        var found = Expect.Violated(
            Rule,
            Shipped.Dev.WithValue("bgpControlPlane.secretNamespace.name", "kube-system"),
            "bgpControlPlane.secretNamespace of Release cilium"
        );
        Assert.Contains("Write bgpControlPlane.secretsNamespace", found.Remedy);
        Assert.EndsWith(" values.bgpControlPlane.secretNamespace", found.Path);
    }

    [Fact]
    public void A_value_that_is_like_no_other_has_the_rule_s_own_remedy() =>
        Assert.Contains(
            "values.yaml",
            Expect.Violated(Rule, Shipped.Dev.WithValue("xyzzyxyzzyxyzzyxyzzyxyzzyxyzzy", 1)).Remedy
        );

    [Fact]
    public void One_that_is_gone_is_not_called_a_misspelling_of_itself() =>
        Assert.Contains(
            "values.yaml",
            Expect.Violated(Rule, Shipped.Dev.WithValue("externalIPs", Fields.Empty)).Remedy
        );

    [Fact]
    public void Of_a_later_release_nobody_can_say() =>
        Expect.Undecided(Rule, Shipped.Dev.WithVersion("1.21.0").WithValue("brandNew", true), "brandNew");

    [Fact]
    public void But_what_is_known_of_it_is() => Expect.Kept(Rule, Shipped.Dev.WithVersion("1.21.0"));

    [Fact]
    public void Without_an_exact_version_what_no_chart_knows_is_found_and_what_some_do_is_not_judged()
    {
        Expect.Violated(Rule, Shipped.Dev.WithVersion("*").WithValue("bpgControlPlane", true), "bpgControlPlane");
        Expect.Undecided(Rule, Shipped.Dev.WithVersion("*").WithValue("tmpVolume", true), "no exact version");
    }

    [Fact]
    public void Values_for_somebody_else_s_release_are_judged_as_well() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.External().With(CiliumStacks.Component, "neededValues.bpf2", true),
            "bpf2 of CiliumRelease cilium"
        );
}
