using BgpLb.Addressing;
using FsCheck;
using FsCheck.Fluent;

namespace BgpLb.Tests.Addressing;

/// <summary>Addresses, networks and ranges of both families, often at the edges where arithmetic goes wrong.</summary>
public static class Networks
{
    public static Arbitrary<Address> Addresses() => AddressGen.ToArbitrary();

    public static Arbitrary<Prefix> Prefixes() =>
        (
            from address in AddressGen
            from length in Gen.Choose(0, address.Bits)
            select new Prefix(address, length).Masked
        ).ToArbitrary();

    public static Arbitrary<AddressRange> Ranges() =>
        (
            from one in AddressGen
            from other in OfFamily(one.Family)
            select one < other ? new AddressRange(one, other) : new AddressRange(other, one)
        ).ToArbitrary();

    /// <summary>The address as one number, by which the tests check the arithmetic of halves.</summary>
    internal static UInt128 Number(this Address address) => new(address.High, address.Low);

    internal static UInt128 Greatest(IpFamily family) => family == IpFamily.IPv4 ? uint.MaxValue : UInt128.MaxValue;

    private static Gen<Address> AddressGen { get; } = Gen.Elements(IpFamily.IPv4, IpFamily.IPv6).SelectMany(OfFamily);

    private static Gen<Address> OfFamily(IpFamily family) =>
        from near in Gen.Elements(Edges(family))
        from bits in Gen.Choose(0, family == IpFamily.IPv4 ? 32 : 128)
        from high in ArbMap.Default.GeneratorFor<ulong>()
        from low in ArbMap.Default.GeneratorFor<ulong>()
        let offset = bits == 0 ? UInt128.Zero : new UInt128(high, low) >> (128 - bits)
        let number = (near + offset) & Greatest(family)
        where !IsMapped(number)
        select new Address(family, (ulong)(number >> 64), (ulong)number);

    /// <summary>IPv4 written as IPv6, ::ffff:10.0.0.1, which is refused on purpose.</summary>
    private static bool IsMapped(UInt128 number) => number >> 32 == 0xffff;

    /// <summary>The ends of the family, the middle of its last half, and a real network.</summary>
    private static UInt128[] Edges(IpFamily family) =>
        family == IpFamily.IPv4
            ? [0, uint.MaxValue, 0x8000_0000, 0x0A0A_3200]
            : [0, UInt128.MaxValue, ulong.MaxValue, UInt128.One << 127, new(0xfd47_25e1_2f96_0052, 0)];
}
