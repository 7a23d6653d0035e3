using System.Collections.Immutable;
using System.Text;
using BgpLb.Graph;

namespace BgpLb.Routers;

/// <summary>Joins lines of texts and values to one.</summary>
internal static class Flat
{
    /// <summary>The parts as one value; neighbouring texts are merged, so that few parts remain.</summary>
    public static Value Join(IEnumerable<Value> parts)
    {
        var merged = ImmutableArray.CreateBuilder<Value>();
        var texts = new StringBuilder();
        foreach (var part in parts.SelectMany(PartsOf))
        {
            if (part is Text(var next))
            {
                texts.Append(next);
                continue;
            }

            Close();
            merged.Add(part);
        }

        Close();
        return merged.Count switch
        {
            0 => "",
            1 => merged[0],
            _ => Value.Join(merged.ToArray()),
        };

        void Close()
        {
            if (texts.Length > 0)
            {
                merged.Add(texts.ToString());
                texts.Clear();
            }
        }
    }

    /// <summary>The content of a value that is made of plain text only.</summary>
    public static string Of(Value value) =>
        Join([value]) is Text(var content) ? content : throw new ArgumentException("not a plain text", nameof(value));

    private static IEnumerable<Value> PartsOf(Value value) =>
        value is Joined(var parts) ? parts.SelectMany(PartsOf) : [value];
}
