using System.Text.Json;

namespace BgpLb.Tests.Routers.Support;

/// <summary>A VyOS command tree, against which lines are checked as VyOS's own shell would check them.</summary>
internal sealed class VyosTree
{
    private readonly JsonElement _root;

    private VyosTree(JsonElement root) => _root = root;

    public static VyosTree Read(string name)
    {
        var path = Path.Combine(Repository.Shared ?? "", "vyos", name);
        Repository.Require(Repository.Shared is not null && File.Exists(path), $"../shared/vyos/{name}");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new(document.RootElement.GetProperty("tree").Clone());
    }

    /// <summary>What is wrong with some <c>set</c> lines, by line; comments are left out.</summary>
    public IEnumerable<string> Judge(IEnumerable<string> lines)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (Judge(line, seen) is { } problem)
            {
                yield return $"{line}: {problem}";
            }
        }
    }

    private string? Judge(string line, Dictionary<string, string> seen)
    {
        var words = line.Split(' ');
        if (words[0] != "set")
        {
            return "no set line";
        }

        var node = _root;
        for (var i = 1; i < words.Length; i++)
        {
            if (!node.TryGetProperty("ch", out var children) || !children.TryGetProperty(words[i], out node))
            {
                return $"no such node: {words[i]}";
            }

            if (Kind(node) == "node")
            {
                continue;
            }

            if (Has(node, "vl"))
            {
                return i == words.Length - 1 ? null : "takes no value";
            }

            if (++i == words.Length)
            {
                return $"{words[i - 1]} needs a value";
            }

            if (Value(words[i], Kind(node)) is not { } value || !VyosValue.IsAllowed(node, value))
            {
                return $"{words[i - 1]} does not take {words[i]}";
            }

            if (Kind(node) == "leaf")
            {
                var path = string.Join(' ', words[..i]);
                return i < words.Length - 1 ? "more than one value"
                    : !Has(node, "mu") && !seen.TryAdd(path, value) && seen[path] != value ? "set twice"
                    : null;
            }
        }

        return Kind(node) == "leaf" ? "needs a value" : null;
    }

    private static string Kind(JsonElement node) => node.GetProperty("k").GetString()!;

    private static bool Has(JsonElement node, string flag) => node.TryGetProperty(flag, out _);

    /// <summary>Values of leaves are quoted, as VyOS writes them; names are not.</summary>
    private static string? Value(string word, string kind) =>
        kind == "tag" ? (word.Contains('\'') ? null : word)
        : word.Length > 2 && word[0] == '\'' && word[^1] == '\'' && !word[1..^1].AsSpan().ContainsAny("'\"\n")
            ? word[1..^1]
        : null;
}
