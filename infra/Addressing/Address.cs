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

/// <summary>An IP address as a number, so that ranges and prefixes are arithmetic.</summary>
/// <param name="Family">IPv4 or IPv6; addresses of different families never overlap.</param>
/// <param name="Number">The address, most significant bit first: below 2^32 for IPv4.</param>
public readonly record struct Address(IpFamily Family, UInt128 Number) : IComparable<Address>
{
    public int Bits => Family == IpFamily.IPv4 ? 32 : 128;

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

    public int CompareTo(Address other) =>
        Family == other.Family ? Number.CompareTo(other.Number) : Family.CompareTo(other.Family);

    public static bool operator <(Address left, Address right) => left.CompareTo(right) < 0;

    public static bool operator >(Address left, Address right) => left.CompareTo(right) > 0;

    public static bool operator <=(Address left, Address right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Address left, Address right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical form: RFC 5952 for IPv6.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Number);
        return new IPAddress(Family == IpFamily.IPv4 ? bytes[12..] : bytes).ToString();
    }

    private static Address From(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var family = address.AddressFamily == AddressFamily.InterNetwork ? IpFamily.IPv4 : IpFamily.IPv6;
        address.TryWriteBytes(family == IpFamily.IPv4 ? bytes[12..] : bytes, out _);
        return new(family, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }
}
