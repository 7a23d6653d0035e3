using System.Collections.Immutable;
using System.Text.Json;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>A router of the lab with its client and the machine that the update runs on.</summary>
internal sealed class LabRouter : IDisposable
{
    private const string ClientSide = "eth0";

    private readonly Teardown _teardown = new();
    private ClusterSettings _cluster;
    private readonly VyosGateway? _vyos;

    public LabRouter(RouterSettings settings, StackSettings stack)
    {
        (Settings, _cluster) = (settings, stack.Cluster);
        var (ipv4, ipv6) = LabNetworks.Clients(LabNetworks.Of(stack));
        var segments = Segments(settings, stack.Cluster);
        Address = LabNetworks.Host(ipv4, 1).Split('/')[0];
        ClientAddresses = [LabNetworks.Host(ipv4, 2).Split('/')[0], LabNetworks.Host(ipv6, 2).Split('/')[0]];
        var options = new GatewayOptions([
            new Segment(ClientSide, LabNetworks.Host(ipv4, 1), LabNetworks.Host(ipv6, 1)),
            .. segments,
        ]);
        (_vyos, Gateway, Client, Runner, PrivateKey) = _teardown.Construct(() =>
        {
            var vyos =
                settings.Dialect == Dialect.Vyos
                    ? _teardown.Add(new VyosGateway(options, "system host-name gateway\n"))
                    : null;
            var gateway = vyos?.Gateway ?? _teardown.Add(new Gateway(options));
            var client = _teardown.Add(
                gateway.Attach(ClientSide, LabNetworks.Host(ipv4, 2), LabNetworks.Host(ipv6, 2))
            );
            var runner = _teardown.Add(
                gateway.Attach(ClientSide, LabNetworks.Host(ipv4, 3), LabNetworks.Host(ipv6, 3))
            );
            var key = Path.Combine(_teardown.AddFolder(), "key");
            gateway.Ssh.Authorize(SshKey.Make(key));
            gateway.Ssh.Start();
            return (vyos, gateway, client, runner, File.ReadAllText(key));
        });
    }

    public RouterSettings Settings { get; }

    public Gateway Gateway { get; }

    /// <summary>Where clients are.</summary>
    public Host Client { get; }

    /// <summary>Of the client, without prefix lengths.</summary>
    public ImmutableArray<string> ClientAddresses { get; }

    /// <summary>Where the update runs.</summary>
    public Host Runner { get; }

    /// <summary>What the runner logs in with.</summary>
    public string PrivateKey { get; }

    /// <summary>Its address on the clients' side, where the update finds it.</summary>
    public string Address { get; }

    /// <summary>How the stack reaches it here.</summary>
    public SshSettings Access => new(Address, 22, "root", Gateway.Ssh.HostKey);

    /// <summary>What its configuration is, as its own language says it: for a comparison before and after.</summary>
    public string Configuration => _vyos?.Active ?? Gateway.RunningConfiguration;

    /// <summary>Whether a router is in a node group's subnets.</summary>
    public static bool IsOn(RouterSettings router, NodeGroupSettings group) => AddressesIn(router, group).Length > 0;

    /// <summary>Gives it the interfaces of node groups that have been added behind the others.</summary>
    public void Extend(ClusterSettings cluster)
    {
        var known = Segments(Settings, _cluster).Select(segment => segment.Interface).ToArray();
        _cluster = cluster;
        foreach (var segment in Segments(Settings, cluster).ExceptBy(known, segment => segment.Interface))
        {
            Gateway.Add(segment);
        }
    }

    /// <summary>The interface on a node group's side.</summary>
    public string InterfaceOf(NodeGroupSettings group) => InterfaceOf(Settings, _cluster, group);

    /// <summary>The sessions that stand.</summary>
    public IReadOnlyList<RouterSession> Sessions() => RouterSession.Read(Gateway.Vtysh("show bgp neighbors json"));

    /// <summary>The next hops in the kernel of every single address that BGP brought, by the address.</summary>
    public IReadOnlyDictionary<string, ImmutableSortedSet<string>> NextHops()
    {
        var all = new Dictionary<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (
            var (command, length) in new[] { ("show ip route bgp json", "/32"), ("show ipv6 route bgp json", "/128") }
        )
        {
            using var routes = JsonDocument.Parse(Gateway.Vtysh(command));
            foreach (var route in routes.RootElement.EnumerateObject())
            {
                if (route.Name.EndsWith(length, StringComparison.Ordinal))
                {
                    all[route.Name[..^length.Length]] = InKernel(route.Value);
                }
            }
        }

        return all;
    }

    /// <summary>The prefixes in the kernel that lead to one next hop.</summary>
    public IReadOnlyList<string> RoutesBy(string peer)
    {
        var command = peer.Contains(':') ? "show ipv6 route bgp json" : "show ip route bgp json";
        using var routes = JsonDocument.Parse(Gateway.Vtysh(command));
        return
        [
            .. routes
                .RootElement.EnumerateObject()
                .Where(route => InKernel(route.Value).Contains(peer))
                .Select(route => route.Name),
        ];
    }

    public void Dispose() => _teardown.Dispose();

    private static ImmutableSortedSet<string> InKernel(JsonElement route) =>
        [
            .. route
                .EnumerateArray()
                .SelectMany(entry => entry.GetProperty("nexthops").EnumerateArray())
                .Where(hop => hop.TryGetProperty("fib", out var fib) && fib.GetBoolean())
                .Select(hop => hop.TryGetProperty("ip", out var ip) ? ip.GetString()! : ""),
        ];

    private static IEnumerable<Segment> Segments(RouterSettings router, ClusterSettings cluster) =>
        cluster
            .NodeGroups.Select(group => new Segment(InterfaceOf(router, cluster, group), AddressesIn(router, group)))
            .Where(segment => segment.Addresses.Length > 0)
            .DistinctBy(segment => segment.Interface);

    /// <summary>Groups of one subnet share an interface: that of the first of them.</summary>
    private static string InterfaceOf(RouterSettings router, ClusterSettings cluster, NodeGroupSettings group)
    {
        var addresses = AddressesIn(router, group);
        var first = cluster.NodeGroups.TakeWhile(other => !AddressesIn(router, other).SequenceEqual(addresses));
        return $"eth{first.Count() + 1}";
    }

    private static ImmutableArray<string> AddressesIn(RouterSettings router, NodeGroupSettings group) =>
        [
            .. from subnet in @group.Subnets
            from address in router.Addresses.IsEmpty ? @group.Gateways : router.Addresses
            where subnet.Contains(address)
            select $"{address}/{subnet.Length}",
        ];
}
