using System.Collections.Immutable;

namespace BgpLb.Settings.Reading;

/// <summary>
/// Reads one object of the settings. The same calls that read also say what there is to read: run over nothing, a
/// section only collects the shapes of its fields, from which schema and reference are made.
/// A value that cannot be read is a problem and comes back as a placeholder, so that reading goes on.
/// </summary>
internal sealed partial class Section
{
    private readonly MapNode _node;
    private readonly Problems _problems;
    private readonly bool _describes;
    private readonly List<FieldShape> _shapes = [];

    public Section(MapNode node, string path, Problems problems)
    {
        (_node, Path, _problems) = (node, path, problems);
        foreach (var entry in node.Entries)
        {
            problems.Locate(At(entry.Key), entry.Line);
        }
    }

    private Section()
        : this(new([], 0), "", new Problems()) => _describes = true;

    public string Path { get; }

    /// <summary>The fields that a reader asks for.</summary>
    public static ImmutableArray<FieldShape> ShapesOf<T>(Func<Section, T> read)
    {
        var section = new Section();
        read(section);
        return [.. section._shapes];
    }

    public T Required<T>(string name, Kind<T> kind, string documentation)
    {
        Declare(new(name, kind.Shape, documentation, IsRequired: true, Default: null));
        if (_node[name] is { } found)
        {
            return Read(found, At(name), kind, kind.Placeholder);
        }

        _problems.Add(At(name), "nothing", kind.Shape.Allowed);
        return kind.Placeholder;
    }

    /// <param name="shown">The default as the reference shows it; "" for none.</param>
    public T Optional<T>(string name, Kind<T> kind, T fallback, string documentation, string? shown = null)
    {
        var written = shown ?? (fallback is null ? "" : Written(fallback));
        Declare(new(name, kind.Shape, documentation, IsRequired: false, written.Length == 0 ? null : written));
        return _node[name] is { } found ? Read(found, At(name), kind, fallback) : fallback;
    }

    /// <summary>Complains about every key that no call has asked for, naming the nearest that exists.</summary>
    public void RefuseUnknown()
    {
        foreach (var entry in _node.Entries)
        {
            if (_shapes.TrueForAll(shape => shape.Name != entry.Key))
            {
                Refuse(entry.Key, "an unknown key", Spelling.Suggest(entry.Key, _shapes.Select(shape => shape.Name)));
            }
        }
    }

    public void Refuse(string name, string found, string allowed) => _problems.Add(At(name), found, allowed);

    public string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private static string Written<T>(T value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            Enum choice => Kinds.Written(choice),
            _ => value?.ToString() ?? "",
        };

    private void Declare(FieldShape shape) => _shapes.Add(shape);

    private T Read<T>(Node found, string at, Kind<T> kind, T placeholder)
    {
        if (found is not ScalarNode scalar)
        {
            _problems.Add(at, found.Describe(), SecretHint(found) ?? kind.Shape.Allowed);
        }
        else if (kind.Shape.Json == "string" && PlainScalar.AsText(scalar) is { } other)
        {
            _problems.Add(at, $"{scalar.Content}, which YAML reads as {other}", $"\"{scalar.Content}\" in quotes");
        }
        else if (kind.Read(scalar.Content) is var outcome && outcome.IsValid)
        {
            return outcome.Value;
        }
        else
        {
            _problems.Add(at, scalar.Describe(), outcome.Allowed ?? kind.Shape.Allowed);
        }

        return placeholder;
    }
}
