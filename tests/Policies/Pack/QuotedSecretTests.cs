using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BgpLb.Policies.Pack;
using BgpLb.Policies.Pack.Protocol;
using BgpLb.Policies.Rules;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Tests.Policies.Pack;

/// <summary>No message quotes a secret: they arrive in clear, and whatever a pack says ends in logs.</summary>
public sealed class QuotedSecretTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>Names are shown, whoever says that they are secret: they stand in the URNs.</summary>
    private static readonly string[] Names = ["metadata", "kind", "apiVersion"];

    [Theory]
    [InlineData("dev", "s3cr3t-{0}-quoted")]
    [InlineData("dev", "203.0.113.{0}")]
    [InlineData("dev", "203.0.113.{0}/32")]
    [InlineData("dev", "86753{0}")]
    [InlineData("prod", "s3cr3t-{0}-quoted")]
    [InlineData("prod", "2001:db8:5ec2:e7::{0}")]
    [InlineData("prod", "2001:db8:5ec2:{0}::/64")]
    [InlineData("prod", "86753{0}")]
    public async Task No_message_quotes_what_stands_in_place_of_every_value(string stack, string pattern)
    {
        var recording = await PackRun.RecordAsync(stack);
        var hidden = new List<string>();
        Replace(
            recording,
            _ =>
            {
                hidden.Add(string.Format(CultureInfo.InvariantCulture, pattern, 100 + (hidden.Count % 150)));
                return pattern.StartsWith("86753", StringComparison.Ordinal)
                    ? JsonValue.Create(double.Parse(hidden[^1], CultureInfo.InvariantCulture))
                    : JsonValue.Create(hidden[^1]);
            }
        );

        AssertNoneQuoted(recording, hidden);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task No_message_quotes_a_real_value_that_is_secret(string stack)
    {
        var recording = await PackRun.RecordAsync(stack);
        Spoil(recording);
        var names = string.Concat(
            recording["registrations"]!.AsArray().Select(one => $"{one!["urn"]} {one["object"]!["metadata"]}")
        );
        var hidden = new List<string>();
        Replace(
            recording,
            value =>
            {
                var text = $"{value}";
                if (text.Length >= 8 && !names.Contains(text, StringComparison.Ordinal) && !Told(text))
                {
                    hidden.Add(text);
                }

                return value?.DeepClone();
            }
        );

        AssertNoneQuoted(recording, hidden);
    }

    /// <summary>Whether the rules' own texts hold it: an example, a remedy.</summary>
    private static bool Told(string text) =>
        AllRules.All.Any(rule =>
            $"{rule.Name} {rule.Demand} {rule.Why} {rule.Remedy}".Contains(text, StringComparison.Ordinal)
        );

    /// <summary>Makes rules find something while the rest stays readable for them.</summary>
    private static void Spoil(JsonNode recording)
    {
        var blocks = new List<JsonObject>();
        foreach (var registration in recording["registrations"]!.AsArray().Select(one => one!.AsObject()))
        {
            var properties = registration["object"]!.AsObject();
            if (properties["connection"]?["value"] is JsonObject connection)
            {
                connection.Remove("hostKey");
            }

            if (properties["spec"]?["blocks"] is JsonArray pool)
            {
                blocks.AddRange(pool.Select(block => block!.AsObject()));
            }
        }

        // Every pool is the first one's again.
        foreach (var block in blocks.Skip(1))
        {
            foreach (var (name, _) in block.ToArray())
            {
                block.Remove(name);
            }

            foreach (var (name, value) in blocks[0])
            {
                block[name] = value?.DeepClone();
            }
        }
    }

    /// <summary>Every value below the properties becomes a secret, each list and object in whole too; names stay.</summary>
    private static void Replace(JsonNode recording, Func<JsonNode?, JsonNode?> value)
    {
        foreach (var registration in recording["registrations"]!.AsArray().Select(one => one!.AsObject()))
        {
            var properties = registration["object"]!.AsObject();
            foreach (var (name, content) in properties.ToArray())
            {
                if (!Names.Contains(name))
                {
                    properties[name] = Secret(Within(content, value));
                }
            }
        }
    }

    private static JsonNode? Within(JsonNode? at, Func<JsonNode?, JsonNode?> value) =>
        at switch
        {
            JsonObject marked when marked.ContainsKey(Signature) => Secret(Within(marked["value"], value)),
            JsonObject fields => new JsonObject(
                fields.Select(field => KeyValuePair.Create(field.Key, Within(field.Value, value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(element => Secret(Within(element, value)))]),
            _ => value(at),
        };

    private static JsonObject Secret(JsonNode? content) => new() { [Signature] = SecretSignature, ["value"] = content };

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void AssertNoneQuoted(JsonNode recording, IReadOnlyCollection<string> hidden)
    {
        Assert.NotEmpty(hidden);
        var analyzer = new Analyzer(AllRules.All);
        _ = analyzer.Configure(
            new AnalyzerStackConfigureRequest
            {
                Project = (string)recording["project"]!,
                Stack = (string)recording["stack"]!,
                Config = { ["bgplb:policies"] = """{ "s3cr3t-level": "advisory" }""" },
                ConfigSecretKeys = { "bgplb:policies" },
            }
        );
        var said = new List<string>();
        var whole = new AnalyzeStackRequest();
        foreach (var one in recording["registrations"]!.AsArray().Select(one => one!.AsObject()))
        {
            var resource = Resource(one);
            said.Add(
                Said(() =>
                    analyzer.Analyze(
                        new()
                        {
                            Urn = resource.Urn,
                            Type = resource.Type,
                            Name = resource.Name,
                            Properties = resource.Properties,
                        }
                    )
                )
            );
            whole.Resources.Add(resource);
        }

        said.Add(Said(() => analyzer.AnalyzeStack(whole)));
        var all = string.Join('\n', said);
        Assert.NotEqual("", all.Trim());
        Assert.All(
            hidden.Append("s3cr3t-level").Distinct(),
            secret =>
            {
                Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
                Assert.DoesNotContain(Encoded(secret), all, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>What a call answers, or how it fails: both are shown.</summary>
    private static string Said(Func<AnalyzeResponse> call)
    {
        try
        {
            return string.Join('\n', call().Diagnostics.Select(one => $"{one.Description} {one.Message} {one.Urn}"));
        }
        catch (RuleFailedException failed)
        {
            return failed.Message;
        }
    }

    private static AnalyzerResource Resource(JsonObject one) =>
        new()
        {
            Urn = (string)one["urn"]!,
            Type = (string)one["type"]!,
            Name = (string)one["name"]!,
            Parent = (string)one["parent"]!,
            Dependencies = { one["dependencies"]!.AsArray().Select(urn => (string)urn!) },
            Properties = Struct.Parser.ParseJson(one["object"]!.ToJsonString()),
        };
}
