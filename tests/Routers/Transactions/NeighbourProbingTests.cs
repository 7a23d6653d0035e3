using System.Globalization;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>
/// A router notices a silent node by itself, and is told so on the nodes' link only. What a kernel alone can show; the
/// rest is in <see cref="KernelTests"/>.
/// </summary>
[Trait("Needs", "Programs")]
public sealed class NeighbourProbingTests
{
    private const string Other = "other";

    /// <summary>What the kernel has of its own.</summary>
    private const string Untouched = "30000 5 1000 3 3";

    /// <summary>What somebody had set, in IPv4.</summary>
    private const string Before = "30000 5 1000 7 3";

    private const string Probing = "40 0 60 5 50";

    private const string Trusted = "172.29.51.98";

    private const string Doubted = "172.29.51.99";

    private static readonly string[] Names =
    [
        "base_reachable_time_ms",
        "delay_first_probe_time",
        "retrans_time_ms",
        "ucast_solicit",
        "mcast_solicit",
    ];

    [SkippableTheory]
    [InlineData(Dialect.Frr)]
    [InlineData(Dialect.Vyos)]
    public void Only_the_nodes_link_is_probed_and_what_ran_there_before_returns(Dialect dialect)
    {
        using var site = new Site(dialect: dialect);
        AddLink(site.Gateway);
        var (design, without) = (Site.DesignOf(dialect), Site.DesignOf(dialect) with { ProbesNeighbours = false });
        Set(site.Gateway, "ipv4", "eth0", "ucast_solicit", 7);
        site.Settle(without);
        Assert.Equal(Before, Settings(site.Gateway, "ipv4", "eth0"));
        var sessions = site.Sessions();

        AssertIsToldAtOnce(site, design);
        Assert.Equal($"{site.Software} is right already\n", site.Change(design).Output);
        AssertOutlivesTheNextCommit(site, dialect);
        site.AssertUnbroken(sessions);

        site.Gateway.Reboot();
        AssertAll(site.Gateway, Probing, Probing);
        site.AwaitRoutes();
        Assert.Equal($"{site.Software} is right already\n", site.Change(design).Output);

        // The design after it does not probe; then one does again, and goes.
        Assert.Contains("- kernel net.ipv4.neigh.eth0.ucast_solicit, which is 7 again\n", site.Change(without).Output);
        AssertAll(site.Gateway, Before, Untouched);
        Assert.Equal(0, site.Change(design).Status);
        AssertAll(site.Gateway, Probing, Probing);
        Assert.Equal(0, site.Remove(design).Status);
        AssertAll(site.Gateway, Before, Untouched);
        site.Gateway.Reboot();
        AssertAll(site.Gateway, Untouched, Untouched);
    }

    /// <summary>Whom the kernel trusts or is about to ask by its old settings is asked by the new ones.</summary>
    private static void AssertIsToldAtOnce(Site site, RouterDesign design)
    {
        Know(site.Gateway, Trusted, "reachable");
        Set(site.Gateway, "ipv4", "eth0", "delay_first_probe_time", 60);
        Know(site.Gateway, Doubted, "stale");
        site.Gateway.Namespace.Do("bash", "-c", $"printf x >/dev/udp/{Doubted}/9");
        Assert.EndsWith(" DELAY", Known(site.Gateway, Doubted), StringComparison.Ordinal);
        Set(site.Gateway, "ipv4", "eth0", "delay_first_probe_time", 5);

        var changed = site.Change(design);

        Assert.Contains("+ kernel net.ipv6.neigh.eth0.retrans_time_ms=60\n", changed.Output);
        Assert.DoesNotContain(Other, changed.Output);
        AssertAll(site.Gateway, Probing, Probing);
        Assert.Equal(Untouched, Settings(site.Gateway, "ipv4", Other));
        Assert.Equal(Untouched, Settings(site.Gateway, "ipv6", Other));
        Assert.EndsWith(" STALE", Known(site.Gateway, Trusted), StringComparison.Ordinal);
        Assert.EndsWith(" STALE", Known(site.Gateway, Doubted), StringComparison.Ordinal);
    }

    /// <summary>VyOS gives some settings their defaults back whenever it touches an interface.</summary>
    private static void AssertOutlivesTheNextCommit(Site site, Dialect dialect)
    {
        if (dialect == Dialect.Vyos)
        {
            Set(site.Gateway, "ipv4", "eth0", "base_reachable_time_ms", 30000);
            Know(site.Gateway, Trusted, "reachable");

            Assert.Equal(0, site.Vyos.Script("set system host-name renamed\ncommit").Status);

            AssertAll(site.Gateway, Probing, Probing);
            Assert.EndsWith(" STALE", Known(site.Gateway, Trusted), StringComparison.Ordinal);
        }
    }

    private static void AddLink(Gateway gateway)
    {
        gateway.Namespace.Ip("link", "add", Other, "type", "veth", "peer", "name", "end");
        gateway.Namespace.Ip("link", "set", Other, "up");
        gateway.Namespace.AddAddress(Other, "172.29.60.1/24");
    }

    private static void Know(Gateway gateway, string address, string state) =>
        gateway.Namespace.Do("sh", "-c", $"ip neigh replace {address} lladdr 02:00:00:00:00:01 dev eth0 nud {state}");

    private static string Known(Gateway gateway, string address) =>
        gateway.Namespace.Ip("neigh", "show", address).Trim();

    private static void AssertAll(Gateway gateway, string ipv4, string ipv6) =>
        Assert.Equal((ipv4, ipv6), (Settings(gateway, "ipv4", "eth0"), Settings(gateway, "ipv6", "eth0")));

    private static string Settings(Gateway gateway, string family, string link) =>
        string.Join(' ', Names.Select(name => gateway.Kernel(Key(family, link, name))));

    private static void Set(Gateway gateway, string family, string link, string name, int value) =>
        gateway.Namespace.Do(
            "sysctl",
            "-q",
            "-w",
            string.Create(CultureInfo.InvariantCulture, $"{Key(family, link, name)}={value}")
        );

    private static string Key(string family, string link, string name) => $"net.{family}.neigh.{link}.{name}";
}
