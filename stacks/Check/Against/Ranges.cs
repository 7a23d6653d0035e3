using BgpLb.Addressing;

namespace BgpLb.Stacks.Check.Against;

/// <summary>Sets of addresses as ranges.</summary>
internal static class Ranges
{
    /// <summary>What is in the first and not in the others, in ascending order; neighbours of one range stay one.</summary>
    public static IEnumerable<AddressRange> Without(
        IReadOnlyCollection<AddressRange> ranges,
        IReadOnlyCollection<AddressRange> others
    )
    {
        var holes = others.OrderBy(range => range.First).ToArray();
        return ranges.OrderBy(range => range.First).SelectMany(range => Without(range, holes));
    }

    private static IEnumerable<AddressRange> Without(AddressRange range, AddressRange[] holes)
    {
        var first = range.First;
        foreach (var hole in holes)
        {
            if (!hole.Overlaps(range) || hole.Last < first)
            {
                continue;
            }

            if (first < hole.First)
            {
                yield return new(first, Before(hole.First));
            }

            if (hole.Last >= range.Last)
            {
                yield break;
            }

            first = hole.Last.Next();
        }

        yield return new(first, range.Last);
    }

    /// <summary>The address in front of one that is not its family's first.</summary>
    private static Address Before(Address address) =>
        new(address.Family, address.Low == 0 ? address.High - 1 : address.High, address.Low - 1);
}
