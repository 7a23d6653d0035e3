using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class RemovedKindsTests
{
    private const string Rule = "removed-kinds";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("1.19.4")]
    [InlineData("1.20.2")]
    [InlineData("v1.20.0")]
    [InlineData("1.19.0-rc.0")]
    public void A_peering_policy_still_deployed_when_the_chart_goes_to_1_19_is_found(string version)
    {
        var found = Expect.Violated(Rule, WithPolicy.WithVersion(version), "CiliumBGPPeeringPolicy old", "since 1.19");
        Assert.EndsWith("::old", found.Path);
    }

    [Fact]
    public void With_1_18_it_still_works() => Expect.Kept(Rule, WithPolicy.WithVersion("1.18.12"));

    [Fact]
    public void Somebody_else_s_release_is_judged_as_well() =>
        Expect.Violated(Rule, WithPolicy.External(), "CiliumBGPPeeringPolicy old");

    [Fact]
    public void Without_a_known_version_nobody_can_say() =>
        Expect.Undecided(Rule, WithPolicy.WithVersion(">= 1.18"), "no exact version");

    [Theory]
    [InlineData("CiliumBGPAdvertisement")]
    [InlineData("CiliumBGPClusterConfig")]
    [InlineData("CiliumBGPNodeConfig")]
    [InlineData("CiliumBGPNodeConfigOverride")]
    [InlineData("CiliumBGPPeerConfig")]
    [InlineData("CiliumLoadBalancerIPPool")]
    public void A_kind_that_comes_with_1_18_is_found_before(string kind) =>
        Expect.Violated(Rule, Alone(kind, "v2").WithVersion("1.17.9"), $"{kind} early", "comes with 1.18");

    [Theory]
    [InlineData("CiliumBGPPeerConfig", "v2", "1.18.0")]
    [InlineData("CiliumBGPPeerConfig", "v2alpha1", "1.17.9")]
    [InlineData("CiliumNetworkPolicy", "v2", "1.17.9")]
    public void What_the_release_has_is_not(string kind, string api, string version) =>
        Expect.Kept(Rule, Alone(kind, api).WithVersion(version));

    [Fact]
    public void A_secret_version_is_judged_and_not_told() =>
        Assert.DoesNotContain(
            "1.20.9",
            Expect
                .Violated(
                    Rule,
                    WithPolicy.With(CiliumStacks.Release, "version", new Text("1.20.9").AsSecret()),
                    "a secret"
                )
                .Message
        );

    [Fact]
    public void A_stack_without_Cilium_is_not_judged() => Expect.Kept(Rule, WithPolicy.Without(CiliumStacks.Release));

    private static StackView WithPolicy { get; } =
        Shipped.Dev.And("kubernetes:cilium.io/v2alpha1:CiliumBGPPeeringPolicy", "old", Fields.Empty);

    /// <summary>One object of a kind, and Cilium.</summary>
    private static StackView Alone(string kind, string api)
    {
        var stack = Shipped.Dev.And($"kubernetes:cilium.io/{api}:{kind}", "early", Fields.Empty);
        return stack with
        {
            Resources =
            [
                .. stack.Resources.Where(resource => resource.Name == "early" || resource.Type == CiliumStacks.Type),
            ],
        };
    }
}
