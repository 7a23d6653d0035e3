using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Settings.Reading;

/// <summary>Objects and lists within a section.</summary>
internal sealed partial class Section
{
    /// <summary>A list of scalars; never null.</summary>
    public ImmutableArray<T> List<T>(string name, Kind<T> kind, string documentation, int atLeast = 0) =>
        ReadList(name, kind.Shape, documentation, atLeast, (item, at) => Read(item, at, kind, kind.Placeholder));

    /// <summary>A list of objects; never null.</summary>
    public ImmutableArray<T> List<T>(string name, Func<Section, T> read, string documentation, int atLeast = 0) =>
        ReadList(name, Object(Describe(read)), documentation, atLeast, (item, at) => Nested(item, at, read));

    /// <summary>An object, all of whose fields may be left out unless one of them is required.</summary>
    public T Nested<T>(string name, Func<Section, T> read, string documentation)
    {
        var fields = Describe(read);
        Declare(new(name, Object(fields), documentation, fields.Any(field => field.IsRequired), Default: null));
        return Nested(_node[name] ?? new MapNode([], _node.Line), At(name), read);
    }

    /// <summary>An object that may be left out whole.</summary>
    public T? OptionalNested<T>(string name, Func<Section, T> read, string documentation)
        where T : class
    {
        Declare(new(name, Object(Describe(read)), documentation, IsRequired: false, Default: null));
        return _node[name] is { } found ? Nested(found, At(name), read) : null;
    }

    /// <summary>Labels of Kubernetes: names with values of the user's choosing.</summary>
    public ImmutableSortedDictionary<string, string> Labels(string name, string documentation)
    {
        var shape = new ValueShape("object", "labels", IsOpen: true, Element: KubernetesKinds.LabelValue.Shape);
        Declare(new(name, shape, documentation, IsRequired: false, Default: null));
        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in Map(_node[name], At(name))?.Entries ?? [])
        {
            var at = $"{At(name)}.{entry.Key}";
            _problems.Locate(at, entry.Line);
            labels[entry.Key] = Read(entry.Value, at, KubernetesKinds.LabelValue, "");
            if (!KubernetesKinds.IsLabelKey(entry.Key))
            {
                _problems.Add(at, "no name of a label", KubernetesKinds.LabelKeyAllowed);
            }
        }

        return labels.ToImmutable();
    }

    /// <summary>Values of one kind under names of the user's choosing.</summary>
    public ImmutableSortedDictionary<string, T> Map<T>(string name, Kind<T> kind, string documentation)
    {
        var shape = new ValueShape("object", "an object", IsOpen: true, Element: kind.Shape);
        Declare(new(name, shape, documentation, IsRequired: false, Default: null));
        var values = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var entry in Map(_node[name], At(name))?.Entries ?? [])
        {
            var at = $"{At(name)}.{entry.Key}";
            _problems.Locate(at, entry.Line);
            values[entry.Key] = Read(entry.Value, at, kind, kind.Placeholder);
        }

        return values.ToImmutable();
    }

    /// <summary>An object of any shape, as it was written.</summary>
    public Fields Free(string name, string documentation)
    {
        Declare(new(name, new("object", "any object", IsOpen: true), documentation, IsRequired: false, Default: null));
        return Map(_node[name], At(name)) is { } map ? (Fields)FreeValue.Of(map, At(name), _problems) : Fields.Empty;
    }

    private static ValueShape Object(ImmutableArray<FieldShape> fields) => new("object", "an object", Fields: fields);

    private ImmutableArray<FieldShape> Describe<T>(Func<Section, T> read) => _describes ? ShapesOf(read) : [];

    private T Nested<T>(Node found, string at, Func<Section, T> read)
    {
        var section = Map(found, at) is { } map
            ? new Section(map, at, _problems)
            : new Section(new MapNode([], found.Line), at, new Problems());
        var value = read(section);
        section.RefuseUnknown();
        return value;
    }

    private MapNode? Map(Node? found, string at)
    {
        if (found is not null and not MapNode)
        {
            _problems.Add(at, found.Describe(), SecretHint(found) ?? "an object");
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
        if (_node[name] is { } wrong and not ListNode)
        {
            _problems.Add(At(name), wrong.Describe(), SecretHint(wrong) ?? shape.Allowed);
            return [];
        }

        var elements = (_node[name] as ListNode)?.Elements ?? [];
        if (elements.Length < atLeast)
        {
            _problems.Add(At(name), "nothing", $"{shape.Allowed}, at least {atLeast}");
        }

        var values = ImmutableArray.CreateBuilder<T>(elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            var at = $"{At(name)}[{i}]";
            _problems.Locate(at, elements[i].Line);
            values.Add(read(elements[i], at));
        }

        return values.MoveToImmutable();
    }
}
