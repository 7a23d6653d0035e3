namespace BgpLb.Addressing;

/// <summary>The bits of an address that do not belong to its network.</summary>
internal static class HostBits
{
    public static Address WithHostBits(this Address address, int length)
    {
        var (high, low) = Mask(address.Bits - length);
        return new(address.Family, address.High | high, address.Low | low);
    }

    public static Address WithoutHostBits(this Address address, int length)
    {
        var (high, low) = Mask(address.Bits - length);
        return new(address.Family, address.High & ~high, address.Low & ~low);
    }

    /// <summary>A number whose lowest <paramref name="count"/> bits are set.</summary>
    private static (ulong High, ulong Low) Mask(int count) => (Ones(count - 64), Ones(count));

    private static ulong Ones(int count) =>
        count <= 0 ? 0
        : count >= 64 ? ulong.MaxValue
        : (1UL << count) - 1;
}
