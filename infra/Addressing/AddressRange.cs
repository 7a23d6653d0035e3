namespace BgpLb.Addressing;

/// <summary>All addresses from the first to the last, both included.</summary>
public sealed class AddressRange : IEquatable<AddressRange>
{
    internal AddressRange(Address first, Address last)
    {
        First = first;
        Last = last;
    }

    public Address First { get; }

    public Address Last { get; }

    public IpFamily Family => First.Family;

    /// <summary>How many addresses it has; <see cref="long.MaxValue"/> stands for that many or more.</summary>
    public long Count
    {
        get
        {
            var borrow = Last.Low < First.Low ? 1UL : 0;
            var low = Last.Low - First.Low;
            return Last.High - First.High - borrow > 0 || low >= long.MaxValue ? long.MaxValue : (long)low + 1;
        }
    }

    /// <summary>
    /// Reads <c>FIRST-LAST</c> (blanks around the dash allowed), a prefix, or a single address. Null for anything else,
    /// for two families in one range, and for an end before its start.
    /// </summary>
    public static AddressRange? Parse(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return Prefix.Parse(text)?.Range;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var first = Address.Parse(dash < 0 ? text : text[..dash].Trim());
        var last = Address.Parse(dash < 0 ? text : text[(dash + 1)..].Trim());
        return first is not null && last is not null && first.Family == last.Family && first <= last
            ? new(first, last)
            : null;
    }

    public bool Overlaps(AddressRange other) => Family == other.Family && First <= other.Last && other.First <= Last;

    public bool Contains(Address address) => Family == address.Family && First <= address && address <= Last;

    public bool Contains(AddressRange other) => Contains(other.First) && Contains(other.Last);

    /// <summary>The fewest prefixes that hold exactly these addresses, in ascending order.</summary>
    public IEnumerable<Prefix> ToPrefixes()
    {
        for (var next = First; ; next = next.Next())
        {
            var length = next.Bits;
            while (length > 0 && Fits(next, length - 1))
            {
                length--;
            }

            var prefix = new Prefix(next, length);
            yield return prefix;
            next = prefix.Range.Last;
            if (next >= Last)
            {
                yield break;
            }
        }
    }

    public bool Equals(AddressRange? other) => other is not null && First == other.First && Last == other.Last;

    public override bool Equals(object? obj) => obj is AddressRange other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(First.GetHashCode(), Last.GetHashCode());

    public override string ToString() => First == Last ? First.ToString() : $"{First}-{Last}";

    /// <summary>Whether a network of that length can start here and stay within the range.</summary>
    private bool Fits(Address start, int length) =>
        start.WithoutHostBits(length) == start && start.WithHostBits(length) <= Last;
}
