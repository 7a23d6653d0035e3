namespace BgpLb.Addressing;

/// <summary>All addresses from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
public readonly record struct AddressRange(Address First, Address Last)
{
    public IpFamily Family => First.Family;

    /// <summary>How many addresses it has; the whole of IPv6 counts as the largest number there is.</summary>
    public UInt128 Count
    {
        get
        {
            var distance = Last.Number - First.Number;
            return distance == UInt128.MaxValue ? distance : distance + 1;
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
        return first is { } from && last is { } to && from.Family == to.Family && from <= to ? new(from, to) : null;
    }

    public bool Overlaps(AddressRange other) => Family == other.Family && First <= other.Last && other.First <= Last;

    public bool Contains(Address address) => Family == address.Family && First <= address && address <= Last;

    public bool Contains(AddressRange other) => Contains(other.First) && Contains(other.Last);

    /// <summary>The fewest prefixes that hold exactly these addresses, in ascending order.</summary>
    public IEnumerable<Prefix> ToPrefixes()
    {
        var bits = First.Bits;
        var next = First.Number;
        while (true)
        {
            var free = bits;
            while (free > 0 && !Fits(next, bits, free, Last.Number))
            {
                free--;
            }

            var prefix = new Prefix(new(Family, next), bits - free);
            yield return prefix;
            if (prefix.Range.Last >= Last)
            {
                yield break;
            }

            next = prefix.Range.Last.Number + 1;
        }
    }

    public override string ToString() => First == Last ? First.ToString() : $"{First}-{Last}";

    /// <summary>Whether a block with that many free bits can start here and stay within the range.</summary>
    private static bool Fits(UInt128 start, int bits, int free, UInt128 last)
    {
        var mask = Prefix.HostMask(bits, bits - free);
        return (start & mask) == 0 && start + mask <= last && start + mask >= start;
    }
}
