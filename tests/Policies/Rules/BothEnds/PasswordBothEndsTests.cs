using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class PasswordBothEndsTests
{
    private const string Rule = "password-both-ends";
    private const string IPv4 = "CiliumBGPPeerConfig bgplb-ipv4";
    private const string Secret = "Secret bgplb-password";
    private const string External = "ExternalSecret bgplb-password";
    private const string Release = "Release cilium";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_password_mismatch_fixed_by_removing_authentication_is_found()
    {
        var stack = Configured.Vyos("set protocols bgp peer-group bgplb-dev-ipv4 password '<password>'\n", "");
        Expect.Violated(Rule, stack, "gateway has no password", "bgplb-dev-ipv4");
        Assert.Equal(2, Expect.VerdictOf(Rule, stack.With(IPv4, "spec.authSecretRef", null)).Findings.Length);
    }

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "\"\"")]
    public void Nodes_without_one_are_found(string? reference, string part) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(IPv4, "spec.authSecretRef", reference),
            "bgplb-ipv4 has no password",
            part
        );

    [Fact]
    public void So_are_nodes_without_a_peer_config() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With("CiliumBGPClusterConfig bgplb-green", "spec.bgpInstances[0].peers[0].peerConfigRef", null),
            "bgplb-green has no password"
        );

    [Fact]
    public void A_secret_that_nobody_makes_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(IPv4, "spec.authSecretRef", "other"), "bgplb-ipv4", "\"other\"");

    [Fact]
    public void So_is_one_where_Cilium_does_not_look() =>
        Expect.Violated(Rule, Shipped.Dev.With(Secret, "metadata.namespace", "cilium"), "not in the namespace");

    [Fact]
    public void Or_one_without_a_namespace() =>
        Expect.Violated(Rule, Shipped.Dev.With(Secret, "metadata.namespace", null), "not in the namespace");

    [Fact]
    public void Where_nobody_says_where_Cilium_looks_any_namespace_will_do() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.With(Release, "values.bgpControlPlane.secretsNamespace", null)
                .With(Secret, "metadata.namespace", "cilium")
        );

    [Fact]
    public void A_secret_without_the_password_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(Secret, "stringData.password", null), "no key password");

    [Fact]
    public void It_may_stand_in_data_as_well() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.With(Secret, "stringData", null).With(Secret, "data", Fields.Of(("password", new Unknown())))
        );

    [Fact]
    public void An_external_secret_that_fetches_something_else_is_found() =>
        Expect.Violated(Rule, Shipped.Prod.With(External, "spec.data[0].secretKey", "md5"), "no key password");

    [Fact]
    public void What_a_whole_entry_brings_nobody_knows() =>
        Expect.Kept(
            Rule,
            Shipped
                .Prod.With(External, "spec.data", null)
                .With(External, "spec.dataFrom[0].extract", Fields.Of(("key", "bgp")))
        );

    [Fact]
    public void An_external_secret_has_the_name_of_its_target() =>
        Assert.Equal(
            2,
            Expect.VerdictOf(Rule, Shipped.Prod.With(External, "spec.target.name", "other")).Findings.Length
        );

    [Fact]
    public void Or_its_own() => Expect.Kept(Rule, Shipped.Prod.With(External, "spec.target.name", null));

    [Fact]
    public void Another_source_than_the_routers_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("BgpPassword bgp-password", "source", "generated"),
            External,
            "from elsewhere",
            "\"generated\""
        );

    [Fact]
    public void So_is_a_secret_where_the_routers_have_the_stores() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With("BgpPassword bgp-password", "source", "external"),
            Secret,
            "\"external\""
        );

    [Fact]
    public void A_secret_that_does_not_hold_what_was_generated_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.Change(Secret, secret => secret with { Dependencies = [] }),
            "from elsewhere"
        );

    [Fact]
    public void Another_version_than_the_routers_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("BgpPassword bgp-password", "version", "2"),
            "version \"1\"",
            "version \"2\""
        );

    [Fact]
    public void Without_the_routers_source_there_is_nothing_to_compare() =>
        Expect.Kept(Rule, Shipped.Prod.Without("BgpPassword bgp-password"));

    [Fact]
    public void Passwords_of_others_do_not_matter() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.And("random:index/randomPassword:RandomPassword", "another", Fields.Of(("length", 9)))
        );

    [Fact]
    public void A_peer_config_that_does_not_exist_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Prod.Without("CiliumBGPPeerConfig bgplb-ipv6"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Dev.With(IPv4, "spec.authSecretRef", null).Retained(Configured.Gateway));
}
