using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class DeletionProtectedTests
{
    private const string Rule = "deletion-protected";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("CiliumLoadBalancerIPPool bgp-ingress")]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv4")]
    [InlineData("CiliumBGPAdvertisement bgplb-vips")]
    [InlineData("CiliumBGPClusterConfig bgplb-nodes")]
    [InlineData("Command udm-pro-change")]
    public void A_part_of_prod_that_can_be_deleted_by_mistake_is_found(string part) =>
        Expect.Violated(Rule, Unprotected(Shipped.Prod, part), part, "while the stack is prod");

    [Fact]
    public void So_is_one_beside_the_program() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.And("kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool", "by-hand", Fields.Empty),
            "CiliumLoadBalancerIPPool by-hand"
        );

    [Theory]
    [InlineData("prod", true)]
    [InlineData("production", true)]
    [InlineData("staging", false)]
    [InlineData("products", false)]
    public void Without_any_protection_the_stacks_name_decides(string name, bool isFound)
    {
        var verdict = Expect.VerdictOf(Rule, Bare() with { Name = name });

        Assert.Equal(isFound, !verdict.Findings.IsEmpty);
    }

    [Fact]
    public void Where_one_part_is_protected_all_have_to_be()
    {
        var stack = Bare().Change("CiliumBGPPeerConfig bgplb-ipv4", part => part with { IsProtected = true });

        var verdict = Expect.VerdictOf(Rule, stack);

        Assert.DoesNotContain(
            verdict.Findings,
            finding => finding.Message.StartsWith("CiliumBGPPeerConfig bgplb-ipv4", StringComparison.Ordinal)
        );
        Assert.Contains(
            verdict.Findings,
            finding =>
                finding.Message.StartsWith(
                    "Command gateway-change can be deleted by mistake, while CiliumBGPPeerConfig bgplb-ipv4 is protected",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_confirmation_takes_nothing_away() =>
        Expect.Kept(Rule, Unprotected(Shipped.Prod, "Command udm-pro-confirmation"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_to_be_forgotten() =>
        Expect.Kept(
            Rule,
            Unprotected(Shipped.Prod, "Command udm-pro-change").With("RouterChange udm-pro", "retain", "gone for good")
        );

    private static StackView Bare() =>
        Shipped.Dev with
        {
            Resources = [.. Shipped.Dev.Resources.Select(resource => resource with { IsProtected = false })],
        };

    private static StackView Unprotected(StackView stack, string part) =>
        stack.Change(part, found => found with { IsProtected = false });
}
