namespace BgpLb.Rehearsal;

/// <summary>A machine behind a gateway, which is its way out: a client, a runner, or what a node stands on.</summary>
public sealed class Host : IDisposable
{
    private readonly Teardown _teardown = new();

    internal Host(Namespace gateway, Segment segment, IReadOnlyList<string> addresses) =>
        (Namespace, Link) = _teardown.Construct(() =>
        {
            var network = _teardown.Add(new Namespace());
            var link = new Link(network, "eth0", gateway, segment.Interface);
            foreach (var address in addresses)
            {
                network.AddAddress(link.Name, address);
            }

            foreach (var way in segment.Addresses.Where(way => addresses.Any(own => IsIPv6(own) == IsIPv6(way))))
            {
                network.Ip(IsIPv6(way) ? "-6" : "-4", "route", "add", "default", "via", way.Split('/')[0]);
            }

            return (network, link);
        });

    /// <summary>Where its programs run.</summary>
    public Namespace Namespace { get; }

    /// <summary>Its cable, which can be cut.</summary>
    public Link Link { get; }

    public void Dispose() => _teardown.Dispose();

    private static bool IsIPv6(string address) => address.Contains(':');
}
