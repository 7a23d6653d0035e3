using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BgpLb.Settings.Reading;

/// <summary>Reads YAML into nodes that know their lines. Anchors and aliases are followed; tags are ignored.</summary>
internal static class YamlNodes
{
    /// <exception cref="YamlException">The text is no YAML; the exception says where.</exception>
    public static Node? Read(TextReader text)
    {
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        return Read(parser, new(StringComparer.Ordinal));
    }

    private static Node Read(Parser parser, Dictionary<string, Node> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.TryGetValue(alias.Value.Value, out var known)
                ? known
                : throw new YamlException(alias.Start, alias.End, $"The anchor {alias.Value} is not defined before");
        }

        var start = parser.Current as NodeEvent;
        Node node = parser.Current switch
        {
            Scalar => ReadScalar(parser.Consume<Scalar>()),
            SequenceStart => ReadList(parser, anchors),
            _ => ReadMap(parser, anchors),
        };
        if (start is { Anchor.IsEmpty: false })
        {
            anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private static ScalarNode ReadScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style is not ScalarStyle.Plain, (int)scalar.Start.Line);

    private static ListNode ReadList(Parser parser, Dictionary<string, Node> anchors)
    {
        var start = parser.Consume<SequenceStart>();
        var elements = ImmutableArray.CreateBuilder<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            elements.Add(Read(parser, anchors));
        }

        return new(elements.DrainToImmutable(), (int)start.Start.Line);
    }

    private static MapNode ReadMap(Parser parser, Dictionary<string, Node> anchors)
    {
        var start = parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!keys.Add(key.Value))
            {
                throw new YamlException(key.Start, key.End, $"The key \"{key.Value}\" stands here twice");
            }

            entries.Add(new(key.Value, Read(parser, anchors), (int)key.Start.Line));
        }

        return new(entries.DrainToImmutable(), (int)start.Start.Line);
    }
}
