using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class ConfirmedLastTests
{
    private const string Rule = "confirmed-last";
    private const string Command = "Command udm-pro-confirmation";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_router_that_nobody_confirms_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.Without("RouterConfirmation udm-pro").Without(Command),
            "udm-pro is changed, and nobody confirms"
        );

    [Fact]
    public void A_confirmation_that_runs_nothing_confirms_nothing() =>
        Expect.Violated(Rule, Shipped.Prod.Without(Command), "nobody confirms");

    [Fact]
    public void Another_routers_confirmation_is_not_this_ones() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.Change("RouterConfirmation udm-pro", one => one with { Name = "other" }),
            "udm-pro is changed, and nobody confirms"
        );

    [Theory]
    [InlineData("CiliumLoadBalancerIPPool bgp-ingress")]
    [InlineData("CiliumBGPPeerConfig bgplb-ipv4")]
    [InlineData("CiliumBGPAdvertisement bgplb-vips")]
    [InlineData("CiliumBGPClusterConfig bgplb-nodes")]
    [InlineData("Command udm-pro-change")]
    public void A_confirmation_that_does_not_wait_for_a_part_is_found(string part)
    {
        var stack = Cut(Shipped.Prod, part);

        Expect.Violated(Rule, stack, $"udm-pro-confirmation does not wait for {part}.");
    }

    [Fact]
    public void Of_two_parts_the_other_is_counted() =>
        Expect.Violated(
            Rule,
            Cut(Cut(Shipped.Prod, "CiliumLoadBalancerIPPool bgp-ingress"), "CiliumBGPAdvertisement bgplb-vips"),
            "udm-pro-confirmation does not wait for",
            " and 1 more."
        );

    [Fact]
    public void One_that_waits_for_nothing_says_how_much_is_missing() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.Change(Command, one => one with { Dependencies = [] }),
            "udm-pro-confirmation does not wait for",
            " more."
        );

    [Fact]
    public void Waiting_by_way_of_others_is_enough()
    {
        // The cluster configs wait for the peer configs and the advertisement.
        var configs = Shipped.Prod.OfKind("CiliumBGPPeerConfig").Select(one => one.Urn).ToArray();

        Expect.Kept(
            Rule,
            Shipped.Prod.Change(Command, one => one with { Dependencies = [.. one.Dependencies.Except(configs)] })
        );
    }

    [Fact]
    public void So_is_waiting_by_way_of_others_that_wait_for_others()
    {
        var all = Shipped.Prod.The(Command).Dependencies;
        var stack = Shipped
            .Prod.And("test:index:Step", "last", Fields.Empty)
            .And("test:index:Step", "first", Fields.Empty);
        var (first, last) = (stack.The("Step first").Urn, stack.The("Step last").Urn);

        Expect.Kept(
            Rule,
            stack
                .Change(Command, one => one with { Dependencies = [last] })
                .Change("Step last", one => one with { Dependencies = [first] })
                .Change("Step first", one => one with { Dependencies = all })
        );
    }

    [Fact]
    public void Dependencies_in_a_circle_are_followed_once()
    {
        var pool = Shipped.Prod.The("CiliumLoadBalancerIPPool bgp-ingress");

        Expect.Kept(
            Rule,
            Shipped.Prod.Change(
                "CiliumLoadBalancerIPPool bgp-ingress",
                one => one with { Dependencies = one.Dependencies.Add(pool.Urn) }
            )
        );
    }

    [Fact]
    public void A_fixed_sleep_instead_of_a_gate_on_the_sessions_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Command, "create", " sleep 60 && echo done"),
            "udm-pro-confirmation waits for a fixed time"
        );

    [Fact]
    public void So_is_one_beside_the_program_that_stands_for_the_confirmation() =>
        Expect.Violated(
            Rule,
            Shipped
                .Prod.Without("RouterConfirmation udm-pro")
                .Without(Command)
                .And("command:local:Command", "wait", Fields.Of(("create", "sleep 60"))),
            "nobody confirms"
        );

    [Fact]
    public void What_stands_beside_the_program_is_not_waited_for() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.And("kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool", "by-hand", Fields.Empty)
        );

    [Fact]
    public void A_router_that_is_gone_for_good_cannot_confirm() =>
        Expect.Kept(
            Rule,
            Shipped
                .Prod.With("RouterChange udm-pro", "retain", "gone for good")
                .Without("RouterConfirmation udm-pro")
                .Without(Command)
        );

    /// <summary>Nothing that the confirmation waits for depends on the part any more, nor does it itself.</summary>
    private static StackView Cut(StackView stack, string part)
    {
        var urn = stack.The(part).Urn;
        return stack with
        {
            Resources =
            [
                .. stack.Resources.Select(one =>
                    one with
                    {
                        Dependencies = [.. one.Dependencies.Where(other => other != urn)],
                    }
                ),
            ],
        };
    }
}
