using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>The networks that the lab adds to those of the stack: where clients and the runner are.</summary>
internal static class LabNetworks
{
    /// <summary>The client's side of the gateway; the first address is the gateway's.</summary>
    /// <param name="all">Every network of the stack, which it must not overlap.</param>
    public static (Prefix IPv4, Prefix IPv6) Clients(IEnumerable<Prefix> all)
    {
        Prefix[] taken = [.. all];
        // Both are set aside for measurements (RFC 2544, RFC 5180).
        return (
            First(Enumerable.Range(0, 256).Select(i => $"198.18.{i}.0/24")),
            First(Enumerable.Range(0, 256).Select(i => $"2001:2:0:{i:x}::/64"))
        );

        Prefix First(IEnumerable<string> candidates) =>
            candidates.Select(text => Prefix.Parse(text)!).First(one => !taken.Any(one.Overlaps));
    }

    /// <summary>Networks for one more node group, apart from everything else in the lab.</summary>
    public static IEnumerable<Prefix> Spare(StackSettings settings)
    {
        var clients = Clients(Of(settings));
        var (ipv4, ipv6) = Clients(Of(settings).Append(clients.IPv4).Append(clients.IPv6));
        return settings.Cluster.NodeGroups[0].Subnets.Select(subnet => subnet.Family == IpFamily.IPv6 ? ipv6 : ipv4);
    }

    /// <summary>An address on the clients' side that nobody has, with its prefix length.</summary>
    public static string Spare(StackSettings settings, IpFamily family)
    {
        var (ipv4, ipv6) = Clients(Of(settings));
        return Host(family == IpFamily.IPv6 ? ipv6 : ipv4, 66);
    }

    public static IEnumerable<Prefix> Of(StackSettings settings) =>
        settings
            .VipSubnets.Concat(settings.Cluster.PodCidrs)
            .Concat(settings.Cluster.ServiceCidrs)
            .Concat(settings.Cluster.NodeGroups.SelectMany(group => group.Subnets));

    /// <summary>An address of a network with its prefix length.</summary>
    /// <param name="index">From 1.</param>
    public static string Host(Prefix network, int index) =>
        $"{FreeAddresses.In(network, new HashSet<Address>()).ElementAt(index - 1)}/{network.Length}";
}
