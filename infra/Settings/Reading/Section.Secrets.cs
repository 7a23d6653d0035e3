using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Settings.Reading;

/// <summary>Secrets, which only Pulumi's encrypted configuration may hold. No problem quotes one.</summary>
internal sealed partial class Section
{
    /// <summary>
    /// A secret, null without one and empty offline. <paramref name="judge"/> says what is wrong with its text without
    /// quoting it.
    /// </summary>
    public Secret? Secret(
        string name,
        string documentation,
        Func<string, (string Found, string Allowed)?>? judge = null
    )
    {
        Declare(new(name, Kinds.Text.Shape, documentation, IsRequired: false, Default: null, IsSecret: true));
        return _node[name] is { } found ? ReadSecret(found, At(name), judge) : null;
    }

    /// <summary>Secrets by name. Under the engine all of them are one secret, in the file each is one.</summary>
    public ImmutableSortedDictionary<string, Secret> Secrets(
        string name,
        string documentation,
        Func<string, (string Found, string Allowed)?>? judge = null
    )
    {
        var shape = new ValueShape("object", "secrets by name", IsOpen: true, Element: Kinds.Text.Shape);
        Declare(new(name, shape, documentation, IsRequired: false, Default: null, IsSecret: true));
        var secrets = ImmutableSortedDictionary.CreateBuilder<string, Secret>(StringComparer.Ordinal);
        var whole = _node[name] as SecretNode;
        if ((whole is null ? _node[name] : whole.Clear) is MapNode map)
        {
            foreach (var entry in map.Entries)
            {
                var value = whole is null ? entry.Value : new SecretNode(entry.Value, entry.Line);
                _problems.Locate($"{At(name)}.{entry.Key}", entry.Line);
                secrets[entry.Key] = ReadSecret(value, $"{At(name)}.{entry.Key}", judge);
            }
        }
        else if (_node[name] is { } found)
        {
            Refuse(name, found is SecretNode ? "one secret" : "a value in clear", HowTo($"{At(name)}.NAME"));
        }

        return secrets.ToImmutable();
    }

    private static string HowTo(string path) => $"a secret: pulumi config set --secret --path '{path}'";

    private static string? SecretHint(Node found) =>
        found is SecretNode
            ? $"a plain value; secrets stand under keys of their own: {string.Join(", ", SecretSettings.Keys)}"
            : null;

    private Secret ReadSecret(Node found, string at, Func<string, (string Found, string Allowed)?>? judge)
    {
        switch (found)
        {
            case SecretNode { Clear: null }:
                return new(new Text(""));
            case SecretNode { Clear: ScalarNode { Content: var text } }:
                if (judge?.Invoke(text) is { } wrong)
                {
                    _problems.Add(at, wrong.Found, wrong.Allowed);
                }

                return new(new Text(text));
            case SecretNode:
                _problems.Add(at, "a secret that is no text", HowTo(at));
                return new(new Text(""));
            default:
                _problems.Add(at, "a value in clear", HowTo(at));
                return new(new Text(""));
        }
    }
}
