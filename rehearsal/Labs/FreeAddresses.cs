using System.Net;
using System.Numerics;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Labs;

/// <summary>Addresses that nobody has been given.</summary>
internal static class FreeAddresses
{
    /// <summary>Those of a subnet in their order, from the first after the network's own.</summary>
    public static IEnumerable<Address> In(Prefix subnet, IReadOnlySet<Address> taken)
    {
        foreach (var address in From(subnet.Network).Skip(1))
        {
            if (!subnet.Contains(address))
            {
                throw new RehearsalException($"{subnet} has no room for another node");
            }

            if (!taken.Contains(address))
            {
                yield return address;
            }
        }
    }

    /// <summary>An address and those after it.</summary>
    public static IEnumerable<Address> From(Address first)
    {
        var bytes = IPAddress.Parse($"{first}").GetAddressBytes();
        for (var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true); ; number++)
        {
            var next = number.ToByteArray(isUnsigned: true, isBigEndian: true);
            var whole = new byte[bytes.Length];
            next.CopyTo(whole, bytes.Length - next.Length);
            yield return Address.Parse($"{new IPAddress(whole)}")!;
        }
    }
}
