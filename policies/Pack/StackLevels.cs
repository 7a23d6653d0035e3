using System.Collections.Immutable;
using System.Text.Json;
using BgpLb.Policies.Rules;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Policies.Pack;

/// <summary>What the stack's setting <c>policies</c> says, and what is wrong with it, for people.</summary>
internal sealed record StackLevels(ImmutableDictionary<string, Enforcement> Levels, ImmutableArray<string> Problems)
{
    public static StackLevels None { get; } = new([], []);

    /// <param name="json">As the engine hands the setting over; null without it.</param>
    /// <param name="isSecret">Whether nothing of it may be quoted.</param>
    public static StackLevels Read(string? json, bool isSecret, ImmutableArray<Rule> rules)
    {
        if (string.IsNullOrEmpty(json))
        {
            return None;
        }

        try
        {
            using var read = JsonDocument.Parse(json);
            return read.RootElement.ValueKind == JsonValueKind.Object
                ? Read(read.RootElement, isSecret, rules)
                : Refused;
        }
        catch (JsonException)
        {
            return Refused;
        }
    }

    private static StackLevels Refused { get; } =
        None with
        {
            Problems = ["The setting policies is not an object of rules and their levels."],
        };

    private static StackLevels Read(JsonElement setting, bool isSecret, ImmutableArray<Rule> rules)
    {
        var levels = ImmutableDictionary.CreateBuilder<string, Enforcement>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in setting.EnumerateObject())
        {
            var shown = isSecret ? "a secret" : $"\"{entry.Name}\"";
            if (!rules.Any(rule => string.Equals(rule.Name, entry.Name, StringComparison.Ordinal)))
            {
                var known = Spelling.Suggest(entry.Name, rules.Select(rule => rule.Name));
                problems.Add($"The setting policies names {shown}, which is no rule{(isSecret ? "" : $": {known}")}.");
            }
            else if (LevelOf(entry.Value) is { } level)
            {
                levels[entry.Name] = level;
            }
            else
            {
                problems.Add($"The setting policies has no level for {shown}: one of disabled, advisory, mandatory.");
            }
        }

        return new(levels.ToImmutable(), problems.ToImmutable());
    }

    private static Enforcement? LevelOf(JsonElement value) =>
        value.ValueKind != JsonValueKind.String
            ? null
            : value.GetString() switch
            {
                "disabled" => Enforcement.Disabled,
                "advisory" => Enforcement.Advisory,
                "mandatory" => Enforcement.Mandatory,
                _ => null,
            };
}
