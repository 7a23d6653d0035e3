using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Routers;

/// <summary>Joins lines of texts and values to one.</summary>
internal static class Flat
{
    /// <summary>The parts as one value; neighbouring texts are merged, so that few parts remain.</summary>
    public static Value Join(IEnumerable<Value> parts)
    {
        var merged = ImmutableArray.CreateBuilder<Value>();
        foreach (var part in parts.SelectMany(PartsOf))
        {
            if (part is Text(var next) && merged.Count > 0 && merged[^1] is Text(var last))
            {
                merged[^1] = last + next;
            }
            else
            {
                merged.Add(part);
            }
        }

        return merged.Count == 1 ? merged[0] : Value.Join(merged.ToArray());
    }

    /// <summary>The content of a value that is made of plain text only.</summary>
    public static string Of(Value value) =>
        Join([value]) is Text(var content) ? content : throw new ArgumentException("not a plain text", nameof(value));

    private static IEnumerable<Value> PartsOf(Value value) =>
        value is Joined(var parts) ? parts.SelectMany(PartsOf) : [value];
}
