using BgpLb.Policies;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class ObservableTests
{
    private const string Rule = "observable";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("bgpControlPlane.statusReport.enabled", "states")]
    [InlineData("prometheus.enabled", "cilium_bgp_control_plane_session_state")]
    [InlineData("operator.prometheus.enabled", "operator")]
    public void A_session_lost_after_a_reboot_that_users_would_notice_first_is_found(string path, string missing)
    {
        var found = Expect.Violated(
            Rule,
            Shipped.Prod.WithValue(path, false),
            $"{path} of Release cilium is off",
            missing
        );
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.True(found.IsMandatory);
    }

    [Fact]
    public void The_chart_reports_states_but_no_agent_s_metrics() =>
        Expect.Violated(
            Rule,
            Shipped
                .Prod.WithValue("bgpControlPlane.statusReport", null)
                .WithValue("operator.prometheus", null)
                .WithValue("prometheus", null),
            "prometheus.enabled of Release cilium"
        );
}
