using BgpLb.Settings;
using BgpLb.Settings.Reference;
using NJsonSchema;

namespace BgpLb.Tests.Settings;

/// <summary>What an editor says, by the schema alone.</summary>
public sealed class SchemaTests
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(
        StackSchema.Of("bgplb", SettingsReading.Shapes)
    );

    [Fact]
    public async Task Both_shipped_stacks_are_accepted()
    {
        Assert.Empty(await Judge(StackText.Dev));
        Assert.Empty(await Judge(StackText.Prod));
    }

    [Fact]
    public async Task Every_option_of_a_router_is_accepted()
    {
        Assert.Empty(await Judge(AccessRulesTests.Prod.And("  bgplb:apiKeys: { udm-pro: { secure: v1:abc } }")));
        Assert.Empty(
            await Judge(
                StackText.Dev.With(
                    "maximumPaths: 8",
                    "revertAfter: 60\n      retain: true\n      delivery: ssh\n      firewall: { rule: 10 }"
                )
            )
        );
    }

    [Fact]
    public async Task Numbers_and_booleans_may_be_texts() =>
        Assert.Empty(await Judge(StackText.Prod, numbersAsTexts: true));

    [Theory]
    [InlineData("  bgplb:bgpPassword: { secure: v1:abc }")]
    [InlineData("  bgplb:sshKeys: { udm-pro: { secure: v1:abc } }")]
    [InlineData("  kubernetes:context: home")]
    [InlineData("encryptionsalt: v1:abc")]
    [InlineData("secretsprovider: passphrase")]
    [InlineData("encryptedkey: abc")]
    [InlineData("environment: [home/bgp]")]
    public async Task What_Pulumi_writes_is_accepted(string lines) =>
        Assert.Empty(await Judge(StackText.Prod.And(lines)));

    [Theory]
    [InlineData("  bgplb:clutser: {}")]
    [InlineData("  bgplb:bgpPassword: hunter2")]
    [InlineData("  bgplb:sshKeys: { udm-pro: hunter2 }")]
    [InlineData("konfig: {}")]
    public async Task What_does_not_belong_there_is_refused(string lines) =>
        Assert.NotEmpty(await Judge(StackText.Dev.And(lines)));

    [Theory]
    [InlineData("asn: 64513", "asn: none")]
    [InlineData("asn: 64513", "asn: 0")]
    [InlineData("asn: 64513", "asn: 4294967296")]
    [InlineData("    asn: 64513\n", "")]
    [InlineData("distribution: harvester", "distribution: k3s")]
    [InlineData("count: 3", "cuont: 3")]
    [InlineData("version: 1.20.2", "version: latest")]
    [InlineData("bgplb:vipSubnets: [10.10.50.0/24]", "bgplb:vipSubnets: []")]
    [InlineData("bgplb:vipSubnets: [10.10.50.0/24]", "bgplb:vipSubnets: [here]")]
    [InlineData("bgplb:vipSubnets: [10.10.50.0/24]", "bgplb:vipSubnets: 10.10.50.0/24")]
    [InlineData("gateways: [10.10.40.1]", "gateways: [10.10.40.1/24]")]
    [InlineData("10.10.50.200-10.10.50.219", "10.10.50.200 to 219")]
    [InlineData("- name: dev-reserved", "- name: Dev Reserved")]
    [InlineData("general: true", "general: yes")]
    [InlineData("maximumPaths: 8", "maximumPaths: 257")]
    [InlineData("routerId: 10.10.10.1", "routerId: fd00::1")]
    [InlineData("hostKey: ssh-ed25519 ", "hostKey: ")]
    [InlineData("holdTime: 9", "holdTime: 2")]
    [InlineData("nodeDies: 0.5", "nodeDies: soon")]
    [InlineData("password: { source: generated }", "password: { source: none }")]
    public async Task A_mistake_is_refused(string from, string to) =>
        Assert.NotEmpty(await Judge(StackText.Dev.With(from, to)));

    private static async Task<IEnumerable<string>> Judge(StackText stack, bool numbersAsTexts = false)
    {
        var schema = await Schema;
        return schema.Validate(EngineForm.Json(stack, numbersAsTexts)).Select(error => $"{error}");
    }
}
