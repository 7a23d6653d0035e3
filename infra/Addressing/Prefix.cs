using System.Globalization;

namespace BgpLb.Addressing;

/// <summary>A network: an address whose host bits are zero, and the number of bits that count.</summary>
public sealed class Prefix : IEquatable<Prefix>
{
    internal Prefix(Address network, int length)
    {
        Network = network;
        Length = length;
    }

    public Address Network { get; }

    public int Length { get; }

    public IpFamily Family => Network.Family;

    public AddressRange Range => new(Network, Network.WithHostBits(Length));

    /// <summary>Whether host bits are set in what <see cref="ParseLoosely"/> read.</summary>
    public bool HasHostBits => Network != Network.WithoutHostBits(Length);

    /// <summary>The same network with its host bits cleared.</summary>
    public Prefix Masked => new(Network.WithoutHostBits(Length), Length);

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

    public bool Equals(Prefix? other) => other is not null && Length == other.Length && Network == other.Network;

    public override bool Equals(object? obj) => obj is Prefix other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Network.GetHashCode(), Length);

    public override string ToString() => $"{Network}/{Length}";
}
