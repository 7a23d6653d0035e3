using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Settings.Reading;

/// <summary>
/// Reads one object of the settings. The same calls that read also say what there is to read: run over nothing, a
/// section only collects the shapes of its fields, from which schema and reference are made.
/// A value that cannot be read is a problem and comes back as a placeholder, so that reading goes on.
/// </summary>
internal sealed class Section(MapNode node, string path, Problems problems)
{
    private readonly List<FieldShape> _shapes = [];

    public string Path { get; } = path;

    public IReadOnlyList<FieldShape> Shapes => _shapes;

    /// <summary>The fields that a reader asks for.</summary>
    public static ImmutableArray<FieldShape> ShapesOf<T>(Func<Section, T> read)
    {
        var section = new Section(new MapNode([], 0), "", new Problems());
        read(section);
        return [.. section.Shapes];
    }

    public T Required<T>(string name, Kind<T> kind, string documentation)
    {
        Declare(new(name, kind.Shape, documentation, IsRequired: true, Default: null));
        if (node[name] is { } found)
        {
            return Read(found, At(name), kind, kind.Placeholder);
        }

        problems.Add(At(name), "nothing", kind.Shape.Allowed);
        return kind.Placeholder;
    }

    public T Optional<T>(string name, Kind<T> kind, T fallback, string documentation, string? shown = null)
    {
        var isBare = fallback is null or "";
        Declare(new(name, kind.Shape, documentation, IsRequired: false, shown ?? (isBare ? null : Written(fallback))));
        return node[name] is { } found ? Read(found, At(name), kind, fallback) : fallback;
    }

    /// <summary>A list of scalars; never null.</summary>
    public ImmutableArray<T> List<T>(string name, Kind<T> kind, string documentation, int atLeast = 0) =>
        ReadList(name, kind.Shape, documentation, atLeast, (item, at) => Read(item, at, kind, kind.Placeholder));

    /// <summary>A list of objects; never null.</summary>
    public ImmutableArray<T> List<T>(string name, Func<Section, T> read, string documentation, int atLeast = 0) =>
        ReadList(name, Object(ShapesOf(read)), documentation, atLeast, (item, at) => Nested(item, at, read));

    /// <summary>An object, all of whose fields may be left out unless one of them is required.</summary>
    public T Nested<T>(string name, Func<Section, T> read, string documentation)
    {
        var fields = ShapesOf(read);
        Declare(new(name, Object(fields), documentation, fields.Any(field => field.IsRequired), Default: null));
        return Nested(node[name] ?? new MapNode([], node.Line), At(name), read);
    }

    /// <summary>An object that may be left out whole.</summary>
    public T? OptionalNested<T>(string name, Func<Section, T> read, string documentation)
        where T : class
    {
        Declare(new(name, Object(ShapesOf(read)), documentation, IsRequired: false, Default: null));
        return node[name] is { } found ? Nested(found, At(name), read) : null;
    }

    /// <summary>Names and texts of the user's choosing.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string name, string documentation)
    {
        var shape = new ValueShape("object", "names with texts", IsOpen: true, Element: Kinds.Text.Shape);
        Declare(new(name, shape, documentation, IsRequired: false, Default: null));
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in Map(node[name], At(name))?.Entries ?? [])
        {
            texts[entry.Key] = Read(entry.Value, $"{At(name)}.{entry.Key}", Kinds.Text, "");
        }

        return texts.ToImmutable();
    }

    /// <summary>An object of any shape, as it was written.</summary>
    public Fields Free(string name, string documentation)
    {
        Declare(new(name, new("object", "any object", IsOpen: true), documentation, IsRequired: false, Default: null));
        return Map(node[name], At(name)) is { } map ? (Fields)FreeValue.Of(map, At(name), problems) : Fields.Empty;
    }

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
        return node[name] is { } found ? ReadSecret(found, At(name), judge) : null;
    }

    /// <summary>Secrets by name.</summary>
    public ImmutableSortedDictionary<string, Secret> Secrets(string name, string documentation)
    {
        var shape = new ValueShape("object", "names with texts", IsOpen: true, Element: Kinds.Text.Shape);
        Declare(new(name, shape, documentation, IsRequired: false, Default: null, IsSecret: true));
        var secrets = ImmutableSortedDictionary.CreateBuilder<string, Secret>(StringComparer.Ordinal);
        var whole = node[name] as SecretNode;
        foreach (var entry in Map(whole?.Clear ?? node[name], At(name))?.Entries ?? [])
        {
            var value = whole is null ? entry.Value : new SecretNode(entry.Value, entry.Line);
            secrets[entry.Key] = ReadSecret(value, $"{At(name)}.{entry.Key}", judge: null);
        }

        return secrets.ToImmutable();
    }

    /// <summary>Complains about every key that no call has asked for, naming the nearest that exists.</summary>
    public void RefuseUnknown()
    {
        foreach (var entry in node.Entries)
        {
            problems.Locate(At(entry.Key), entry.Line);
            if (_shapes.TrueForAll(shape => !string.Equals(shape.Name, entry.Key, StringComparison.Ordinal)))
            {
                problems.Add(At(entry.Key), "an unknown key", Spelling.Suggest(entry.Key, _shapes.Select(s => s.Name)));
            }
        }
    }

    public void Refuse(string name, string found, string allowed) => problems.Add(At(name), found, allowed);

    public string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private static ValueShape Object(ImmutableArray<FieldShape> fields) => new("object", "an object", Fields: fields);

    private static string Written<T>(T value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            Enum choice => Kinds.Written(choice),
            _ => value?.ToString() ?? "",
        };

    private void Declare(FieldShape shape) => _shapes.Add(shape);

    private T Nested<T>(Node found, string at, Func<Section, T> read)
    {
        problems.Locate(at, found.Line);
        var section = Map(found, at) is { } map
            ? new Section(map, at, problems)
            : new Section(new MapNode([], found.Line), at, new Problems());
        var value = read(section);
        section.RefuseUnknown();
        return value;
    }

    private MapNode? Map(Node? found, string at)
    {
        if (found is not null and not MapNode)
        {
            problems.Locate(at, found.Line);
            problems.Add(at, found.Describe(), SecretHint(found) ?? "an object");
        }

        return found as MapNode;
    }

    private ImmutableArray<T> ReadList<T>(
        string name,
        ValueShape element,
        string documentation,
        int atLeast,
        Func<Node, string, T> read
    )
    {
        var shape = new ValueShape("array", $"a list: {element.Allowed}", Element: element, Least: atLeast);
        Declare(new(name, shape, documentation, atLeast > 0, Default: null));
        if (node[name] is { } wrong and not ListNode)
        {
            problems.Locate(At(name), wrong.Line);
            problems.Add(At(name), wrong.Describe(), SecretHint(wrong) ?? shape.Allowed);
            return [];
        }

        var elements = (node[name] as ListNode)?.Elements ?? [];
        if (elements.Length < atLeast)
        {
            problems.Add(At(name), "nothing", $"{shape.Allowed}, at least {atLeast}");
        }

        return [.. elements.Select((item, index) => read(item, $"{At(name)}[{index}]"))];
    }

    private T Read<T>(Node found, string at, Kind<T> kind, T placeholder)
    {
        problems.Locate(at, found.Line);
        if (found is not ScalarNode scalar)
        {
            problems.Add(at, found.Describe(), SecretHint(found) ?? kind.Shape.Allowed);
        }
        else if (kind.Read(scalar.Content) is var outcome && outcome.IsValid)
        {
            return outcome.Value;
        }
        else
        {
            problems.Add(at, scalar.Describe(), outcome.Allowed ?? kind.Shape.Allowed);
        }

        return placeholder;
    }

    private Secret ReadSecret(Node found, string at, Func<string, (string Found, string Allowed)?>? judge)
    {
        problems.Locate(at, found.Line);
        switch (found)
        {
            case SecretNode { Clear: null }:
                return new(new Text(""));
            case SecretNode { Clear: ScalarNode { Content: var text } }:
                if (judge?.Invoke(text) is { } wrong)
                {
                    problems.Add(at, wrong.Found, wrong.Allowed);
                }

                return new(new Text(text));
            default:
                problems.Add(at, "a value in clear", $"a secret: pulumi config set --secret --path '{at}'");
                return new(new Text(""));
        }
    }

    private static string? SecretHint(Node found) =>
        found is SecretNode
            ? $"a plain value; secrets stand under keys of their own: {string.Join(", ", SecretSettings.Keys)}"
            : null;
}
