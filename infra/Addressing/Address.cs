using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace BgpLb.Addressing;

/// <summary>The address families that a load balancer can announce.</summary>
public enum IpFamily
{
    IPv4,
    IPv6,
}

/// <summary>
/// An IP address as a number of 128 bits in two halves, so that ranges and prefixes are arithmetic. (No UInt128: the
/// runtime cannot compile it ahead of time, which costs every start of the program.)
/// </summary>
public sealed class Address : IComparable<Address>, IEquatable<Address>
{
    internal Address(IpFamily family, ulong high, ulong low)
    {
        Family = family;
        High = high;
        Low = low;
    }

    /// <summary>0.0.0.0.</summary>
    public static Address Zero { get; } = new(IpFamily.IPv4, 0, 0);

    /// <summary>IPv4 or IPv6; addresses of different families never overlap.</summary>
    public IpFamily Family { get; }

    public int Bits => Family == IpFamily.IPv4 ? 32 : 128;

    /// <summary>The upper 64 bits; 0 for IPv4.</summary>
    internal ulong High { get; }

    /// <summary>The lower 64 bits; below 2^32 for IPv4.</summary>
    internal ulong Low { get; }

    /// <summary>
    /// Reads a dotted quad or an IPv6 address without zone. Short forms ("10.1"), leading zeros and IPv4-mapped IPv6
    /// addresses are refused, because routers and Kubernetes disagree on what they mean.
    /// </summary>
    public static Address? Parse(string text)
    {
        if (text.Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(text, out var parsed))
        {
            return null;
        }

        if (parsed.AddressFamily == AddressFamily.InterNetwork)
        {
            return string.Equals(parsed.ToString(), text, StringComparison.Ordinal) ? From(parsed) : null;
        }

        return parsed.IsIPv4MappedToIPv6 || text.Contains('[', StringComparison.Ordinal) ? null : From(parsed);
    }

    public int CompareTo(Address? other) =>
        other is null ? 1
        : Family != other.Family ? ((int)Family).CompareTo((int)other.Family)
        : High != other.High ? High.CompareTo(other.High)
        : Low.CompareTo(other.Low);

    public bool Equals(Address? other) => other is not null && CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Address other && Equals(other);

    public override int GetHashCode() => HashCode.Combine((int)Family, High, Low);

    public static bool operator ==(Address? left, Address? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Address? left, Address? right) => !(left == right);

    public static bool operator <(Address left, Address right) => left.CompareTo(right) < 0;

    public static bool operator >(Address left, Address right) => left.CompareTo(right) > 0;

    public static bool operator <=(Address left, Address right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Address left, Address right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical form: RFC 5952 for IPv6.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        return new IPAddress(Family == IpFamily.IPv4 ? bytes[12..] : bytes).ToString();
    }

    /// <summary>The address that follows; not to be asked of the family's last one.</summary>
    internal Address Next() => new(Family, Low == ulong.MaxValue ? High + 1 : High, Low + 1);

    private static Address From(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var family = address.AddressFamily == AddressFamily.InterNetwork ? IpFamily.IPv4 : IpFamily.IPv6;
        address.TryWriteBytes(family == IpFamily.IPv4 ? bytes[12..] : bytes, out _);
        return new(
            family,
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])
        );
    }
}
