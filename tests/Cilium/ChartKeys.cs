using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BgpLb.Tests.Cilium;

/// <summary>
/// The keys that a chart knows. Helm ignores every other key without a word, and the chart's schema lets them pass.
/// </summary>
internal sealed partial class ChartKeys
{
    private static readonly ConcurrentDictionary<string, ChartKeys> Cache = new(StringComparer.Ordinal);

    private readonly JsonNode _defaults;
    private readonly HashSet<string> _optional;

    internal ChartKeys(JsonNode defaults, IEnumerable<string> lines)
    {
        _defaults = defaults;
        _optional = [.. OptionalKeys(lines)];
    }

    public static ChartKeys Of(string version) =>
        Cache.GetOrAdd(
            version,
            key =>
            {
                var file = ReferenceData.ChartFile(key, "values.yaml");
                return new(ReferenceData.ReadYaml(file), File.ReadLines(file));
            }
        );

    /// <summary>The paths of all values that the chart would ignore.</summary>
    public string[] Unknown(JsonNode values) => [.. Unknown(values, _defaults, "")];

    private IEnumerable<string> Unknown(JsonNode? values, JsonNode? defaults, string at)
    {
        // An empty object is the chart's way to say that the user may choose the names in it.
        if (values is not JsonObject map || defaults is JsonObject { Count: 0 })
        {
            yield break;
        }

        foreach (var (name, value) in map)
        {
            var path = at.Length == 0 ? name : $"{at}.{name}";
            if (defaults is JsonObject known && known.ContainsKey(name))
            {
                foreach (var inner in Unknown(value, known[name], path))
                {
                    yield return inner;
                }
            }
            else if (!_optional.Contains(path) || value is JsonObject)
            {
                yield return path;
            }
        }
    }

    /// <summary>
    /// Keys without a default: documented (<c># -- text</c>), then commented out (<c># mode: snat</c>), within the
    /// object that stands around the comment.
    /// </summary>
    private static IEnumerable<string> OptionalKeys(IEnumerable<string> lines)
    {
        var around = new Stack<(int Indent, string Key)>();
        var isDocumented = false;
        foreach (var line in lines)
        {
            if (CommentedKey().Match(line) is { Success: true } commented)
            {
                if (isDocumented)
                {
                    yield return PathOf(around, commented.Groups["indent"].Length, commented.Groups["key"].Value);
                    isDocumented = false;
                }
            }
            else if (RealKey().Match(line) is { Success: true } real)
            {
                isDocumented = false;
                PathOf(around, real.Groups["indent"].Length, real.Groups["key"].Value);
                around.Push((real.Groups["indent"].Length, real.Groups["key"].Value));
            }
            else
            {
                isDocumented =
                    line.TrimStart() is var text
                    && (Documentation().IsMatch(text) || (isDocumented && text.StartsWith('#')));
            }
        }
    }

    private static string PathOf(Stack<(int Indent, string Key)> around, int indent, string key)
    {
        while (around.TryPeek(out var outer) && outer.Indent >= indent)
        {
            around.Pop();
        }

        return string.Join('.', around.Reverse().Select(outer => outer.Key).Append(key));
    }

    [GeneratedRegex("^(?<indent> *)# (?<key>[a-z][A-Za-z0-9]*): (?!https?:)[^ ]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentedKey();

    [GeneratedRegex("^(?<indent> *)(?<key>[A-Za-z0-9_./-]+):( |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RealKey();

    [GeneratedRegex("^# -- ", RegexOptions.None, 1000)]
    private static partial Regex Documentation();
}
