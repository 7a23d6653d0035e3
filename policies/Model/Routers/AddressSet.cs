using System.Collections.Immutable;
using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>Any addresses, as ranges in ascending order that neither overlap nor touch. All operations are linear.</summary>
internal sealed class AddressSet
{
    private AddressSet(ImmutableArray<AddressRange> ranges) => Ranges = ranges;

    public static AddressSet Empty { get; } = new([]);

    public ImmutableArray<AddressRange> Ranges { get; }

    public bool IsEmpty => Ranges.IsEmpty;

    /// <summary>The union of ranges, in whatever order.</summary>
    public static AddressSet Of(IEnumerable<AddressRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<AddressRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && Reaches(merged[^1], range.First))
            {
                var last = merged[^1];
                merged[^1] = last.Last < range.Last ? new(last.First, range.Last) : last;
            }
            else
            {
                merged.Add(range);
            }
        }

        return new(merged.DrainToImmutable());
    }

    /// <summary>Every address of a family.</summary>
    public static AddressSet All(IpFamily family) =>
        Of([(family == IpFamily.IPv4 ? Prefix.Parse("0.0.0.0/0") : Prefix.Parse("::/0"))!.Range]);

    /// <summary>Whether an address is in it: a binary search.</summary>
    public bool Contains(Address address)
    {
        var (low, high) = (0, Ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Ranges[middle].Last < address ? (middle + 1, high) : (low, middle);
        }

        return low < Ranges.Length && Ranges[low].Contains(address);
    }

    public AddressSet Union(AddressSet other) =>
        IsEmpty ? other
        : other.IsEmpty ? this
        : Of(Ranges.Concat(other.Ranges));

    /// <summary>The addresses of a family.</summary>
    public AddressSet In(IpFamily family) => new([.. Ranges.Where(range => range.Family == family)]);

    /// <summary>What is in this one only.</summary>
    public AddressSet Except(AddressSet other)
    {
        var left = ImmutableArray.CreateBuilder<AddressRange>();
        var taken = 0;
        foreach (var range in Ranges)
        {
            var first = range.First;
            var isUsedUp = false;
            while (taken < other.Ranges.Length && other.Ranges[taken].Last < first)
            {
                taken++;
            }

            for (var i = taken; i < other.Ranges.Length && other.Ranges[i].First <= range.Last && !isUsedUp; i++)
            {
                var hole = other.Ranges[i];
                if (first < hole.First)
                {
                    left.Add(new(first, Before(hole.First)));
                }

                isUsedUp = hole.Last >= range.Last;
                first = isUsedUp ? first : hole.Last.Next();
            }

            if (!isUsedUp)
            {
                left.Add(new(first, range.Last));
            }
        }

        return new(left.DrainToImmutable());
    }

    /// <summary>For a message: the first of the ranges, and how many more there are.</summary>
    public override string ToString() =>
        Ranges.Length switch
        {
            0 => "nothing",
            1 => $"{Ranges[0]}",
            _ => $"{Ranges[0]} and {Ranges.Length - 1} more ranges",
        };

    /// <summary>Whether a range overlaps the address or ends right before it.</summary>
    private static bool Reaches(AddressRange range, Address first) =>
        range.Family == first.Family && (first <= range.Last || (!IsLast(range.Last) && range.Last.Next() == first));

    private static bool IsLast(Address address) => address == address.WithHostBits(0);

    /// <summary>Not to be asked of the family's first address.</summary>
    private static Address Before(Address address) =>
        new(address.Family, address.Low == 0 ? address.High - 1 : address.High, address.Low - 1);
}
