using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class HostKeyTests
{
    private const string Rule = "host-key";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_connection_without_one_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("Command udm-pro-change", "connection.hostKey", null),
            "udm-pro-change"
        );

    [Fact]
    public void So_is_one_of_a_command_beside_the_program() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.And(
                "command:remote:Command",
                "by-hand",
                Fields.Of(("connection", Fields.Of(("host", "10.10.10.1"))), ("create", "uptime"))
            ),
            "by-hand"
        );

    [Fact]
    public void A_connection_that_is_not_known_yet_is_not_judged() =>
        Expect.Undecided(Rule, Shipped.Prod.With("Command udm-pro-change", "connection", new Unknown()), "connection");
}
