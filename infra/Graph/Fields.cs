using System.Collections.Immutable;

namespace BgpLb.Graph;

/// <summary>A named value.</summary>
public sealed record Field(string Name, Value Value);

/// <summary>An object: named values, in the order in which they were given (files keep it, the engine does not).</summary>
public sealed record Fields(ImmutableArray<Field> Entries) : Value
{
    public static Fields Empty { get; } = new([]);

    /// <summary>The fields that have a value; a null leaves its field out.</summary>
    public static Fields Of(params (string Name, Value? Value)[] entries)
    {
        var kept = new List<Field>(entries.Length);
        foreach (var (name, value) in entries)
        {
            if (value is not null)
            {
                kept.Add(new(name, value));
            }
        }

        return new([.. kept]);
    }

    public static Fields Of(IEnumerable<Field> entries) => new([.. entries]);

    /// <summary>The value of a field, or null without it.</summary>
    public Value? this[string name]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Name, name, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// These fields with those of <paramref name="over"/> laid over them: objects are merged, all else is replaced,
    /// as Helm merges values.
    /// </summary>
    public Fields Merge(Fields over)
    {
        var merged = Entries.ToBuilder();
        foreach (var (name, value) in over.Entries)
        {
            var at = merged.FindIndex(entry => string.Equals(entry.Name, name, StringComparison.Ordinal));
            if (at < 0)
            {
                merged.Add(new(name, value));
            }
            else
            {
                var both = merged[at].Value is Fields under && value is Fields upper ? under.Merge(upper) : value;
                merged[at] = new(name, both);
            }
        }

        return new(merged.DrainToImmutable());
    }
}

file static class Builders
{
    public static int FindIndex<T>(this ImmutableArray<T>.Builder builder, Predicate<T> matches)
    {
        for (var i = 0; i < builder.Count; i++)
        {
            if (matches(builder[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
