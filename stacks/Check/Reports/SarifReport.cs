using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BgpLb.Policies;
using BgpLb.Policies.Rules;
using BgpLb.Settings;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Reports;

/// <summary>SARIF 2.1.0, which code hosts take in.</summary>
internal static class SarifReport
{
    private const string Root = "%SRCROOT%";

    public static string Of(CheckReport report) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json);
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteResults(json, report);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "bgplb");
        json.WriteString("version", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        WriteRule(
            json,
            CheckedStack.SettingsRule,
            "The stack's settings can be read and keep what they promise.",
            "docs/settings.md",
            Enforcement.Mandatory
        );
        WriteRule(
            json,
            CheckedStack.ChartRule,
            "The release's chart takes the release's values.",
            "docs/check.md",
            Enforcement.Mandatory
        );
        foreach (var rule in AllRules.All)
        {
            WriteRule(json, rule.Name, rule.Demand, $"docs/policies/{rule.Name}.md", rule.Enforcement, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(
        Utf8JsonWriter json,
        string name,
        string demand,
        string page,
        Enforcement enforcement,
        Rule? rule = null
    )
    {
        json.WriteStartObject();
        json.WriteString("id", name);
        Text(json, "shortDescription", demand);
        if (rule is not null)
        {
            Text(json, "fullDescription", rule.Why);
        }

        // No helpUri: only the repository's own host has an address for its pages.
        json.WriteStartObject("help");
        json.WriteString("text", rule is null ? page : $"{rule.Remedy} {page}");
        json.WriteString("markdown", rule is null ? $"`{page}`" : $"{rule.Remedy}\n\n`{page}`");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteBoolean("enabled", enforcement != Enforcement.Disabled);
        json.WriteString("level", enforcement == Enforcement.Mandatory ? "error" : "warning");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, CheckReport report)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("results");
        foreach (var stack in report.Stacks)
        {
            foreach (var found in stack.Findings)
            {
                var identity = $"{stack.Name} {found.Identity}";
                var count = seen[identity] = seen.GetValueOrDefault(identity) + 1;
                WriteResult(json, report.FileInRepository(stack), found, $"{Hash(identity)}:{count}");
            }
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, string file, PlacedFinding found, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", found.Finding.Rule);
        json.WriteString(
            "level",
            found.Level switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "note",
            }
        );
        Text(json, "message", $"{found.Finding.Message} {found.Finding.Remedy}".TrimEnd());
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", found.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", found.Finding.Path);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        // The one key that GitHub compares: of the thing that was found, not of the line's text.
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Hash(string identity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 8));
}
