using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Change;

public sealed class PromotionTests
{
    private const string Rule = "promotion";
    private const string Balancer = "LoadBalancer dev";
    private const string Config = "CiliumBGPPeerConfig bgplb-ipv4";

    /// <summary>The stack dev after another one that is just like it.</summary>
    private static StackView Late { get; } =
        Shipped.Dev.With(Balancer, "promotion.after", "test") with
        {
            Others = [Shipped.Dev with { Name = "test" }],
        };

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void What_the_earlier_stack_runs_may_run_here() => Expect.Kept(Rule, Late);

    [Theory]
    [InlineData("CiliumRelease cilium", "version", "1.20.3", "Cilium 1.20.3")]
    [InlineData("RouterChange gateway", "dialect", "unifi", "router dialect unifi 1.4")]
    [InlineData("RouterChange gateway", "version", "1.5", "router dialect vyos 1.5")]
    [InlineData("RouterChange gateway", "version", null, "router dialect vyos runs")]
    [InlineData("Release cilium", "values.routingMode", "native", "routing mode native")]
    [InlineData("Release cilium", "values.loadBalancer.mode", "dsr", "load-balancer mode dsr")]
    [InlineData("CiliumRelease cilium", "neededValues.routingMode", "native", "routing mode native")]
    [InlineData(Config, "spec.gracefulRestart.enabled", true, "graceful restart on")]
    [InlineData(Config, "spec.families[0].afi", "ipv6", "family ipv6")]
    [InlineData("BgpPassword bgp-password", "source", "external", "password source external")]
    public void What_it_does_not_run_is_found(string resource, string path, object? value, string says)
    {
        var finding = Expect.Violated(
            Rule,
            Late.With(resource, path, value),
            says,
            "that stack test has not confirmed"
        );
        Assert.Contains(Late.The(resource).Urn, finding.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void What_several_resources_say_is_found_once() =>
        Expect.Violated(
            Rule,
            Late.With(Config, "spec.gracefulRestart.enabled", true)
                .And(
                    "kubernetes:cilium.io/v2:CiliumBGPPeerConfig",
                    "by-hand",
                    Fields.Of(("spec", Fields.Of(("gracefulRestart", Fields.Of(("enabled", true))))))
                ),
            "graceful restart on"
        );

    [Fact]
    public void A_change_is_called_one_where_it_is_known()
    {
        var changed = Late.With("CiliumRelease cilium", "version", "1.20.3");

        Expect.Violated(Rule, changed with { Before = Late }, "Cilium 1.20.3 is a change");
        Expect.Violated(Rule, changed with { Before = changed }, "Cilium 1.20.3 runs here");
        Expect.Violated(Rule, changed, "Cilium 1.20.3 runs here");
    }

    [Fact]
    public void Without_the_other_stacks_nothing_is_known() =>
        Expect.Undecided(Rule, Late with { Others = null }, "other stacks are not known");

    [Fact]
    public void A_stack_that_does_not_exist_comes_before_none()
    {
        var finding = Expect.Violated(Rule, Late with { Others = [Shipped.Prod] }, "There is no stack test");
        Assert.Equal("promotion.after", finding.Property);
    }

    [Fact]
    public void The_outputs_that_the_engine_has_read_come_first()
    {
        var known = Late.With(Balancer, "promotion.earlier", Outputs()) with { Others = [] };

        Expect.Kept(Rule, known);
        Expect.Undecided(Rule, Late.With(Balancer, "promotion.earlier", new Unknown()), "promotion.earlier");
        foreach (
            var (at, says) in new[]
            {
                ("cilium", "Cilium 1.20.2"),
                ("routers.gateway", "router dialect vyos 1.4"),
                ("features.routingMode", "routing mode tunnel"),
                ("features.loadBalancerMode", "load-balancer mode snat"),
                ("features.gracefulRestart", "graceful restart off"),
                ("features.passwordSource", "password source generated"),
                ("features.families", "family ipv4"),
            }
        )
        {
            Expect.Violated(Rule, known.With(Balancer, $"promotion.earlier.{at}", null), says);
        }

        Expect.Violated(
            Rule,
            known.With(Balancer, "promotion.earlier.features.gracefulRestart", true),
            "graceful restart off"
        );
    }

    /// <summary>What the stack itself puts out as its versions.</summary>
    private static Value Outputs() => Changed.Outputs("dev")["versions"]!;
}
