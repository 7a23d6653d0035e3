using System.Globalization;

namespace BgpLb.Addressing;

/// <summary>A network: an address whose host bits are zero, and the number of bits that count.</summary>
public readonly record struct Prefix(Address Network, int Length)
{
    public IpFamily Family => Network.Family;

    public AddressRange Range => new(Network, new(Family, Network.Number | HostMask(Network.Bits, Length)));

    /// <summary>Whether host bits are set in what <see cref="ParseLoosely"/> read.</summary>
    public bool HasHostBits => (Network.Number & HostMask(Network.Bits, Length)) != 0;

    /// <summary>The same network with its host bits cleared.</summary>
    public Prefix Masked => this with { Network = new(Family, Network.Number & ~HostMask(Network.Bits, Length)) };

    /// <summary>Reads <c>ADDRESS/LENGTH</c>; null for anything else and where host bits are set.</summary>
    public static Prefix? Parse(string text) => ParseLoosely(text) is { HasHostBits: false } prefix ? prefix : null;

    /// <summary>As <see cref="Parse"/>, but host bits may be set, so that an error can name the right network.</summary>
    public static Prefix? ParseLoosely(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return
            slash > 0
            && Address.Parse(text[..slash]) is { } address
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= address.Bits
            ? new(address, length)
            : null;
    }

    public bool Contains(Address address) => Range.Contains(address);

    public bool Overlaps(Prefix other) => Range.Overlaps(other.Range);

    public override string ToString() => $"{Network}/{Length}";

    internal static UInt128 HostMask(int bits, int length) =>
        bits == length ? 0
        : bits - length == 128 ? UInt128.MaxValue
        : (UInt128.One << (bits - length)) - 1;
}
