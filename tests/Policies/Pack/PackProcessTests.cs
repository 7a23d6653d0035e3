using System.Text.Json;
using System.Text.Json.Nodes;
using BgpLb.Policies.Rules;
using Xunit.Abstractions;

namespace BgpLb.Tests.Policies.Pack;

/// <summary>The pack in a process of its own, asked with the protocol's own definitions.</summary>
[Trait("Needs", "Programs")]
public sealed class PackProcessTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("dev", false)]
    [InlineData("dev", true)]
    [InlineData("prod", false)]
    [InlineData("prod", true)]
    public async Task Nothing_stands_against_the_shipped_stacks(string stack, bool dryRun)
    {
        var answers = await PackRun.AskAsync(await PackRun.RecordAsync(stack, dryRun));

        Assert.DoesNotContain("mandatory", answers.Analyzed().Select(FirstWord));
        Assert.DoesNotContain("mandatory", answers.GetProperty("analyzeStack").Diagnostics().Select(FirstWord));
    }

    [SkippableFact]
    public async Task What_is_wrong_with_a_resource_and_with_the_stack_is_said_of_each()
    {
        var recording = await PackRun.RecordAsync("prod");
        var command = recording.The("remote:Command", "udm-pro-change");
        command["object"]!["connection"]!["value"]!.AsObject().Remove("hostKey");
        Block(recording, "bgp-ingress")["start"] = "172.29.52.199";

        var answers = await PackRun.AskAsync(recording);

        Assert.Contains(
            answers.Analyzed(),
            line => line.StartsWith("mandatory host-key udm-pro-change: ", StringComparison.Ordinal)
        );
        var whole = answers.GetProperty("analyzeStack").Diagnostics().ToArray();
        Assert.Contains(
            whole,
            line =>
                line.StartsWith("mandatory pools-disjoint bgp-ingress: ", StringComparison.Ordinal)
                && line.Contains("172.29.52.199-172.29.52.220", StringComparison.Ordinal)
                && line.Contains("Take the addresses out", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(whole, line => line.Contains("host-key", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Levels_come_from_the_stack_and_over_them_from_the_packs_configuration()
    {
        var recording = await PackRun.RecordAsync("prod");
        foreach (var name in new[] { "udm-pro-change", "udm-pro-confirmation" })
        {
            var connection = recording.The("remote:Command", name)["object"]!["connection"]!["value"]!;
            connection.AsObject().Remove("hostKey");
        }

        Block(recording, "bgp-ingress")["start"] = "172.29.52.199";
        recording["config"] = new JsonObject
        {
            ["bgplb:policies"] =
                """{ "host-key": "advisory", "pools-disjoint": "disabled", "host-keys": "disabled" }""",
        };
        recording["levels"] = new JsonObject { ["pools-disjoint"] = "advisory" };

        var answers = await PackRun.AskAsync(recording);

        Assert.Equal(
            ["advisory", "advisory"],
            answers.Analyzed().Where(line => line.Contains("host-key", StringComparison.Ordinal)).Select(FirstWord)
        );
        var whole = answers.GetProperty("analyzeStack").Diagnostics().ToArray();
        Assert.Single(whole, line => line.StartsWith("advisory pools-disjoint ", StringComparison.Ordinal));
        Assert.Single(
            whole,
            line =>
                line.StartsWith("mandatory policies-setting ", StringComparison.Ordinal)
                && line.Contains("\"host-key\" is the nearest known one", StringComparison.Ordinal)
        );
    }

    [SkippableFact]
    public async Task Started_as_the_engine_starts_it_says_what_it_is()
    {
        var answers = await PackRun.AskAsync(await PackRun.RecordAsync("dev"), isByEngine: true);

        Assert.Equal("{}", answers.GetProperty("handshake").ToString());
        Assert.Equal("{}", answers.GetProperty("configureStack").ToString());
        Assert.Equal("0.1.0", answers.GetProperty("plugin").GetProperty("version").GetString());
        Assert.Equal("{}", answers.GetProperty("configure").ToString());
        Assert.Equal(12, answers.GetProperty("remediate").GetProperty("code").GetInt32());
        Assert.Equal(3, answers.GetProperty("bad").GetProperty("code").GetInt32());
        Assert.Equal("{}", answers.GetProperty("cancel").ToString());
        var info = answers.GetProperty("info");
        Assert.Equal("bgplb", info.GetProperty("name").GetString());
        Assert.True(info.GetProperty("supportsconfig").GetBoolean());
        var policies = info.GetProperty("policiesList").EnumerateArray().ToDictionary(one => Text(one, "name"));
        Assert.Equal([.. AllRules.All.Select(rule => rule.Name), "policies-setting"], policies.Keys);
        Assert.Equal(policies.Count, info.GetProperty("initialconfigMap").GetArrayLength());
        Assert.All(
            AllRules.All,
            rule =>
            {
                var policy = policies[rule.Name];
                Assert.Equal(rule.Demand, Text(policy, "description"));
                Assert.Contains(rule.Remedy, Text(policy, "message"), StringComparison.Ordinal);
                Assert.Equal(rule.Name, Text(policy, "displayname"));
                Assert.Equal(rule.Whole is null ? 1 : 2, policy.GetProperty("policyType").GetInt32());
                Assert.Equal(1 + (int)rule.Severity, policy.GetProperty("severity").GetInt32());
            }
        );
    }

    [SkippableFact]
    public async Task A_big_stack_is_analyzed_before_anybody_looks_up()
    {
        var recording = await PackRun.RecordAsync("prod");
        Multiply(recording, "CiliumLoadBalancerIPPool", "bgp-reserved", 1000);
        foreach (var type in new[] { "RouterChange", "RouterConfirmation" })
        {
            Multiply(recording, type, "udm-pro", 20);
        }

        foreach (var name in new[] { "udm-pro-change", "udm-pro-confirmation" })
        {
            Multiply(recording, "remote:Command", name, 20);
        }

        var answers = await PackRun.AskAsync(recording);

        var took = answers.GetProperty("analyzeStackMilliseconds").GetDouble();
        output.WriteLine($"the stack: {took} ms of a processor");
        Assert.NotEmpty(answers.GetProperty("analyzeStack").Diagnostics());
        Assert.True(took < 10_000, $"{took} ms");
        Assert.True(took > 0 || !OperatingSystem.IsLinux(), "nobody has measured");
    }

    /// <summary>Adds resources like one, each with a number after its name, in its URN too.</summary>
    private static void Multiply(JsonNode recording, string type, string name, int count)
    {
        var registrations = recording["registrations"]!.AsArray();
        var one = recording.The(type, name).ToJsonString();
        for (var number = 1; number < count; number++)
        {
            var copy = JsonNode.Parse(one)!;
            copy["name"] = $"{name}-{number}";
            copy["urn"] = $"{copy["urn"]}-{number}";
            if (type == "remote:Command")
            {
                copy["parent"] = $"{copy["parent"]}-{number}";
            }

            registrations.Add(copy);
        }
    }

    private static JsonObject Block(JsonNode recording, string pool) =>
        recording.The("CiliumLoadBalancerIPPool", pool)["object"]!["spec"]!["blocks"]![0]!.AsObject();

    private static string FirstWord(string line) => line.Split(' ')[0];

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;
}
