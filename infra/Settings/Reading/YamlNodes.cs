using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BgpLb.Settings.Reading;

/// <summary>
/// Reads YAML into nodes that know their lines. Anchors, aliases and merge keys are followed; tags are ignored.
/// </summary>
internal sealed class YamlNodes
{
    /// <summary>Deeper than settings or Helm values go, and shallow enough for the stack.</summary>
    private const int DeepestLevel = 64;

    /// <summary>With aliases a small file can stand for a huge one.</summary>
    private const int MostNodes = 100_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, (Node Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _level;
    private int _nodes;

    private YamlNodes(TextReader text) => _parser = new(text);

    /// <returns>Null for a text without any content.</returns>
    /// <exception cref="YamlException">The text is no YAML; the exception says where.</exception>
    public static Node? Read(TextReader text)
    {
        var nodes = new YamlNodes(text);
        try
        {
            return nodes.ReadDocument();
        }
        catch (YamlException wrong) when (wrong is { Start.Index: 0, End.Index: 0 })
        {
            var at = nodes._parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, wrong.Message, wrong);
        }
        // The parser's own way to stumble over an unclosed bracket or a broken escape.
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or OverflowException)
        {
            var at = nodes._parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "Something is not closed, or not finished, after this", wrong);
        }
    }

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _)
            ? root
            : throw Wrong(_parser.Current!, "There is more than one document");
    }

    private Node ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Follow(alias);
        }

        var start = _parser.Current as NodeEvent ?? throw Wrong(_parser.Current!, "A value is missing");
        var before = _nodes;
        Count(1, start);
        if (++_level > DeepestLevel)
        {
            throw TooDeep(start);
        }

        Node node = start switch
        {
            Scalar => ReadScalar(_parser.Consume<Scalar>()),
            SequenceStart => ReadList(),
            _ => ReadMap(),
        };
        _level--;
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = (node, _nodes - before);
        }

        return node;
    }

    private Node Follow(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var known))
        {
            throw Wrong(alias, $"The anchor {alias.Value} is not defined before");
        }

        Count(known.Size, alias);
        return _level + HeightOf(known.Node) > DeepestLevel ? throw TooDeep(alias) : known.Node;
    }

    private static int HeightOf(Node node) =>
        1
        + (
            node switch
            {
                MapNode map => map.Entries.Select(entry => HeightOf(entry.Value)),
                ListNode list => list.Elements.Select(HeightOf),
                _ => [],
            }
        )
            .DefaultIfEmpty()
            .Max();

    private void Count(int more, ParsingEvent at)
    {
        _nodes += more;
        if (_nodes > MostNodes)
        {
            throw Wrong(at, $"More than {MostNodes} values");
        }
    }

    private static ScalarNode ReadScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style is not ScalarStyle.Plain, (int)scalar.Start.Line);

    private ListNode ReadList()
    {
        var start = _parser.Consume<SequenceStart>();
        var elements = ImmutableArray.CreateBuilder<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            elements.Add(ReadNode());
        }

        return new(elements.DrainToImmutable(), (int)start.Start.Line);
    }

    private MapNode ReadMap()
    {
        var start = _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Node? merged = null;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            if (!keys.Add(key.Value))
            {
                throw Wrong(key, $"The key \"{key.Value}\" stands here twice");
            }

            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged = ReadNode();
            }
            else
            {
                entries.Add(new(key.Value, ReadNode(), (int)key.Start.Line));
            }
        }

        // What stands here itself wins over what is merged in.
        foreach (var entry in Merged(merged, start).Where(entry => keys.Add(entry.Key)))
        {
            entries.Add(entry);
        }

        return new(entries.DrainToImmutable(), (int)start.Start.Line);
    }

    private static IEnumerable<MapEntry> Merged(Node? node, ParsingEvent at) =>
        node switch
        {
            null => [],
            MapNode map => map.Entries,
            ListNode list => list.Elements.SelectMany(element => Merged(element, at)),
            _ => throw Wrong(at, "The key \"<<\" merges objects only"),
        };

    private static YamlException TooDeep(ParsingEvent at) => Wrong(at, $"More than {DeepestLevel} levels of nesting");

    private static YamlException Wrong(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
