namespace BgpLb.Tests.Settings;

public sealed class SecretRulesTests
{
    private const string NotThere = "none, as bgp.password.source is generated; or source: external";

    [Fact]
    public void A_secret_in_clear_is_refused_and_not_quoted() =>
        StackText
            .Prod.And("  bgplb:bgpPassword: hunter2")
            .IsRefused(
                "bgpPassword: found a value in clear; allowed: a secret: pulumi config set --secret --path 'bgpPassword'"
            );

    [Fact]
    public void An_SSH_key_in_clear_is_refused_and_not_quoted() =>
        StackText
            .Prod.And("  bgplb:sshKeys: { udm-pro: hunter2 }")
            .IsRefused(
                "sshKeys.udm-pro: found a value in clear; "
                    + "allowed: a secret: pulumi config set --secret --path 'sshKeys.udm-pro'"
            );

    [Theory]
    [InlineData("hunter2", "a value in clear")]
    [InlineData("{ secure: v1:abc }", "one secret")]
    public void SSH_keys_have_names(string keys, string found) =>
        StackText
            .Prod.And($"  bgplb:sshKeys: {keys}")
            .IsRefused($"sshKeys: found {found}; allowed: a secret: pulumi config set --secret --path 'sshKeys.NAME'");

    [Fact]
    public void An_SSH_key_belongs_to_a_router() =>
        StackText
            .Prod.And("  bgplb:sshKeys: { udmpro: { secure: v1:abc } }")
            .IsRefused(
                "sshKeys.udmpro: found a key for an unknown router; allowed: \"udm-pro\" is the nearest known one"
            );

    [Fact]
    public void A_secret_within_an_object_is_refused() =>
        StackText
            .Dev.With("routerId: 10.10.10.1", "routerId: { secure: v1:abc }")
            .IsRefused(
                "routers[0].routerId: found a secret; allowed: a plain value; "
                    + "secrets stand under keys of their own: bgpPassword, kubeconfig, sshKeys, apiKeys"
            );

    [Fact]
    public void A_whole_object_that_is_secret_is_refused_under_the_engine()
    {
        var written = EngineForm.Of(StackText.Dev);
        var reading = EngineForm.Read(written, secrets: ["bgplb:routers"]);

        Assert.Equal(
            "routers: found a secret; allowed: a plain value; "
                + "secrets stand under keys of their own: bgpPassword, kubeconfig, sshKeys, apiKeys",
            $"{Assert.Single(reading.Problems)}"
        );
    }

    [Fact]
    public void A_password_that_nothing_uses_is_refused() =>
        StackText
            .Dev.And("  bgplb:bgpPassword: { secure: v1:abc }")
            .IsRefused($"bgpPassword: found a secret that nothing uses; allowed: {NotThere}");

    [Fact]
    public void An_external_password_needs_a_store() =>
        StackText
            .Dev.With("password: { source: generated }", "password: { source: external }")
            .IsRefused(
                "bgp.password.external: found nothing; "
                    + "allowed: store and key of the External Secrets store, as source is external"
            );

    [Fact]
    public void The_engine_has_to_bring_an_external_password()
    {
        var reading = EngineForm.Read(EngineForm.Of(StackText.Prod));

        Assert.Equal(
            "bgpPassword: found nothing; "
                + "allowed: the password that the store has: pulumi config set --secret bgpPassword",
            $"{Assert.Single(reading.Problems)}"
        );
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("ääää")]
    [InlineData("aA0!#%&()*+,-./:;<=>?@[]^_{|}~")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void A_password_of_8_to_80_plain_bytes_is_taken(string password) => Assert.Empty(Judge(password));

    [Theory]
    [InlineData(
        "123456789012345678901234567890123456789012345678901234567890123456789012345678901",
        "a password of 81 bytes"
    )]
    [InlineData("ääääääääääääääääääääääääääääääääääääääääa", "a password of 81 bytes")]
    [InlineData("h", "a password of 1 byte")]
    [InlineData("hunter2", "a password of 7 bytes")]
    [InlineData("hunter 2", "a password with forbidden characters")]
    [InlineData("hunter\t2", "a password with forbidden characters")]
    [InlineData("hunter'2", "a password with forbidden characters")]
    [InlineData("hunter\"2", "a password with forbidden characters")]
    [InlineData("hunter\\2", "a password with forbidden characters")]
    [InlineData("hunter$2", "a password with forbidden characters")]
    [InlineData("hunter!!2", "a password with forbidden characters")]
    public void Any_other_password_is_refused_and_not_quoted(string password, string found)
    {
        var message = Assert.Single(Judge(password));

        Assert.Equal(
            $"bgpPassword: found {found}; allowed: 8 to 80 bytes without blanks, quotes, backslashes, $ and \"!!\" "
                + "(RFC 3562 asks for 12 to 24; FRR takes 81 and fails when it runs)",
            message
        );
        Assert.DoesNotContain("hunter", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_password_is_no_password() =>
        Assert.StartsWith("bgpPassword: found an empty password", Assert.Single(Judge("")), StringComparison.Ordinal);

    private static IEnumerable<string> Judge(string password) =>
        EngineForm
            .Read(EngineForm.Of(StackText.Prod).With("bgpPassword", password), secrets: ["bgplb:bgpPassword"])
            .Problems.Select(problem => $"{problem}");
}
