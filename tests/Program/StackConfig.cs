using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BgpLb.Settings.Reading;

namespace BgpLb.Tests.Program;

/// <summary>A shipped stack's configuration as the engine hands it over: objects and lists as JSON, secrets in clear.</summary>
internal sealed record StackConfig(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> SecretKeys)
{
    /// <summary>Stands in every secret, so that a test can look for it where it must not be.</summary>
    public const string SecretText = "s3cret-that-nobody-may-see";

    public static StackConfig Of(string stack)
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, $"Pulumi.{stack}.yaml"));
        var config = (MapNode)((MapNode)YamlNodes.Read(file)!)["config"]!;
        var texts = config.Entries.ToDictionary(entry => entry.Key, entry => Text(entry.Value), StringComparer.Ordinal);
        var router = stack == "prod" ? "udm-pro" : "gateway";
        List<string> secrets = ["bgplb:kubeconfig", "bgplb:sshKeys"];
        texts["bgplb:kubeconfig"] = $"kubeconfig-{SecretText}";
        texts["bgplb:sshKeys"] = new JsonObject { [router] = $"key-{SecretText}" }.ToJsonString();
        if (stack == "prod")
        {
            secrets.Add("bgplb:bgpPassword");
            texts["bgplb:bgpPassword"] = SecretText;
        }

        return new(texts, secrets);
    }

    /// <summary>The prod stack with its gateway reached over the API.</summary>
    public static StackConfig ByApi()
    {
        var config = Of("prod");
        var routers = JsonNode.Parse(config.Texts["bgplb:routers"])!.AsArray();
        var router = routers[0]!.AsObject();
        router.Remove("ssh");
        router["delivery"] = "api";
        router["api"] = new JsonObject { ["url"] = "https://172.29.51.1" };
        var texts = config.Texts.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        texts.Remove("bgplb:sshKeys");
        // Over the API the router cannot be told to probe its neighbours.
        texts.Remove("bgplb:objectives");
        texts["bgplb:routers"] = routers.ToJsonString();
        texts["bgplb:apiKeys"] = new JsonObject { ["udm-pro"] = $"key-{SecretText}" }.ToJsonString();
        return new(texts, [.. config.SecretKeys.Where(key => key != "bgplb:sshKeys"), "bgplb:apiKeys"]);
    }

    /// <summary>With one key's text replaced.</summary>
    public StackConfig With(string key, string from, string to)
    {
        Assert.Contains(from, Texts[key], StringComparison.Ordinal);
        var texts = Texts.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        texts[key] = texts[key].Replace(from, to, StringComparison.Ordinal);
        return this with { Texts = texts };
    }

    private static string Text(Node node) => node is ScalarNode scalar ? scalar.Content : Json(node)!.ToJsonString();

    private static JsonNode? Json(Node node) =>
        node switch
        {
            MapNode map => new JsonObject(
                map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))
            ),
            ListNode list => new JsonArray([.. list.Elements.Select(Json)]),
            ScalarNode { IsText: false, Content: var bare } when IsJson(bare) => JsonNode.Parse(bare),
            ScalarNode scalar => JsonValue.Create(scalar.Content),
            _ => throw new InvalidOperationException($"A {node.GetType().Name} in a shipped stack"),
        };

    private static bool IsJson(string bare)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(bare));
        try
        {
            return reader.Read()
                && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
