using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>A CiliumLoadBalancerIPPool.</summary>
/// <param name="Ranges">One for each block, in the order of the blocks.</param>
/// <param name="Reserved">Addresses that are never given out.</param>
/// <param name="Services">Which Services may have its addresses; null for all.</param>
/// <param name="IsDisabled">It gives out nothing more; what it gave stays.</param>
internal sealed record AddressPool(
    string Name,
    ImmutableArray<AddressRange> Ranges,
    ImmutableHashSet<Address> Reserved,
    JsonNode? Services,
    bool IsDisabled
)
{
    public BigInteger Size => Ranges.Aggregate(BigInteger.Zero, (sum, range) => sum + SizeOf(range));

    public static AddressPool Of(JsonObject manifest)
    {
        var spec = manifest["spec"];
        var ranges = ImmutableArray.CreateBuilder<AddressRange>();
        var reserved = ImmutableHashSet.CreateBuilder<Address>();
        foreach (var block in spec.Items("blocks"))
        {
            var (range, isCidr) = RangeOf(block);
            ranges.Add(range);
            // Nothing is reserved where nothing else would be left.
            if (isCidr && spec.Text("allowFirstLastIPs") == "No" && range.Count > 2)
            {
                reserved.Add(range.First);
                reserved.Add(range.Last);
            }
        }

        return new(
            manifest.Name(),
            ranges.ToImmutable(),
            reserved.ToImmutable(),
            spec.At("serviceSelector"),
            spec.Flag("disabled") ?? false
        );
    }

    public bool Selects(IReadOnlyDictionary<string, string> labels) =>
        LabelSelector.Selects(Services, labels, whenMissing: true);

    public bool Contains(Address address) => Ranges.Any(range => range.Contains(address));

    /// <summary>
    /// The address that a range gives out next: the first one of the smallest gap between those that are taken, so that
    /// gaps close; of gaps of one size the lowest. Null when all are taken.
    /// </summary>
    public static Address? Next(AddressRange range, IEnumerable<Address> taken)
    {
        (Address First, BigInteger Size)? best = null;
        var start = range.First;
        foreach (var address in taken.Where(range.Contains).Distinct().Order())
        {
            Consider(start, Number(address) - Number(start));
            if (address == range.Last)
            {
                return best?.First;
            }

            start = address.Next();
        }

        Consider(start, Number(range.Last) - Number(start) + 1);
        return best?.First;

        void Consider(Address first, BigInteger size)
        {
            if (size > 0 && (best is null || size < best.Value.Size))
            {
                best = (first, size);
            }
        }
    }

    private static BigInteger SizeOf(AddressRange range) => Number(range.Last) - Number(range.First) + 1;

    private static BigInteger Number(Address address) => ((BigInteger)address.High << 64) + address.Low;

    private static (AddressRange Range, bool IsCidr) RangeOf(JsonNode block)
    {
        var (cidr, start) = (block.Text("cidr"), block.Text("start"));
        var range = cidr is not null
            ? Prefix.ParseLoosely(cidr)?.Masked.Range
            : AddressRange.Parse($"{start}-{block.Text("stop") ?? start}");
        return (
            range ?? throw new RehearsalException($"error parsing ip block: {block.ToJsonString()}"),
            cidr is not null
        );
    }
}
