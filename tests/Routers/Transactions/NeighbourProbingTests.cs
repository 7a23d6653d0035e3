using System.Globalization;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>A router notices a silent node by itself, and is told so on the nodes' link only.</summary>
[Trait("Needs", "Programs")]
public sealed class NeighbourProbingTests
{
    private const string Other = "other";

    /// <summary>What the kernel has of its own.</summary>
    private const string Untouched = "30000 5 1000 3 3";

    private const string Probing = "40 0 60 5 50";

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
    public void Only_the_nodes_link_is_probed_and_no_session_bounces(Dialect dialect)
    {
        using var site = new Site(dialect: dialect);
        AddLink(site.Gateway);
        var without = Site.DesignOf(dialect) with { ProbesNeighbours = false };
        site.Settle(without);
        Assert.Equal(Untouched, Settings(site.Gateway, "ipv4", "eth0"));
        var sessions = site.Sessions();

        var changed = site.Change(Site.DesignOf(dialect));

        Assert.Contains("+ kernel net.ipv6.neigh.eth0.retrans_time_ms=60\n", changed.Output);
        Assert.DoesNotContain(Other, changed.Output);
        AssertAll(site.Gateway, Probing);
        Assert.Equal(Untouched, Settings(site.Gateway, "ipv4", Other));
        Assert.Equal(Untouched, Settings(site.Gateway, "ipv6", Other));
        Assert.Equal($"{site.Software} is right already\n", site.Change(Site.DesignOf(dialect)).Output);
        site.AssertUnbroken(sessions);
    }

    [SkippableTheory]
    [InlineData(Dialect.Frr)]
    [InlineData(Dialect.Vyos)]
    public void It_is_in_force_again_after_a_reboot_and_stays_when_the_stack_goes(Dialect dialect)
    {
        using var site = Site.Confirmed(dialect);

        site.Gateway.Reboot();

        AssertAll(site.Gateway, Probing);
        site.AwaitRoutes();
        Assert.Equal($"{site.Software} is right already\n", site.Change(Site.DesignOf(dialect)).Output);
        Assert.Equal(0, site.Remove(Site.DesignOf(dialect)).Status);
        AssertAll(site.Gateway, Probing);
        site.Gateway.Reboot();
        AssertAll(site.Gateway, Untouched);
    }

    [SkippableTheory]
    [InlineData(Dialect.Frr)]
    [InlineData(Dialect.Vyos)]
    public void A_change_that_is_not_confirmed_takes_it_back(Dialect dialect)
    {
        using var site = new Site(dialect: dialect);
        site.Settle(Site.DesignOf(dialect) with { ProbesNeighbours = false });
        Set(site.Gateway, "ipv4", "eth0", "ucast_solicit", 7);

        Assert.Equal(0, site.Change(Site.DesignOf(dialect), Site.Second).Status);
        AssertAll(site.Gateway, Probing);
        site.AwaitPhase("reverted");

        Assert.Equal("30000 5 1000 7 3", Settings(site.Gateway, "ipv4", "eth0"));
        Assert.Equal(Untouched, Settings(site.Gateway, "ipv6", "eth0"));
        site.Gateway.Reboot();
        AssertAll(site.Gateway, Untouched);
    }

    [SkippableFact]
    public void What_VyOS_gives_back_its_default_is_asserted_after_the_next_commit()
    {
        using var site = Site.Confirmed(Dialect.Vyos);
        Set(site.Gateway, "ipv4", "eth0", "base_reachable_time_ms", 30000);
        Know(site.Gateway, "172.29.51.98", "reachable");

        Assert.Equal(0, site.Vyos.Script("set system host-name renamed\ncommit").Status);

        AssertAll(site.Gateway, Probing);
        Assert.EndsWith(" STALE", Known(site.Gateway, "172.29.51.98"), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("172.29.51.128/25")]
    [InlineData("172.29.50.0/23")]
    public void The_link_is_found_where_the_nodes_have_a_part_of_it_or_more(string range)
    {
        using var lab = new Lab();
        var gateway = lab.Gateway();
        AddLink(gateway);
        gateway.Namespace.AddAddress(Other, "172.16.0.1/12");
        gateway.Namespace.AddAddress("lo", "172.29.51.77/32");

        Scripts.Settle(gateway.Run, Ranged(range));

        Assert.Equal(Probing, Settings(gateway, "ipv4", "eth0"));
        Assert.Equal(Untouched, Settings(gateway, "ipv4", Other));
        Assert.Equal(Untouched, Settings(gateway, "ipv4", "lo"));
    }

    [SkippableFact]
    public void Whom_the_kernel_trusts_or_is_about_to_ask_by_its_old_settings_is_asked_by_the_new_ones()
    {
        using var lab = new Lab();
        var gateway = lab.Gateway();
        Set(gateway, "ipv4", "eth0", "delay_first_probe_time", 60);
        Know(gateway, "172.29.51.98", "reachable");
        Know(gateway, "172.29.51.99", "stale");
        gateway.Namespace.Do("bash", "-c", "printf x >/dev/udp/172.29.51.99/9");
        Assert.EndsWith(" DELAY", Known(gateway, "172.29.51.99"), StringComparison.Ordinal);

        Scripts.Settle(gateway.Run, Ranged("172.29.51.0/24"));

        Assert.EndsWith(" STALE", Known(gateway, "172.29.51.98"), StringComparison.Ordinal);
        Assert.EndsWith(" STALE", Known(gateway, "172.29.51.99"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_link_with_a_dot_in_its_name_as_VLANs_have_is_probed_after_a_reboot_too()
    {
        using var lab = new Lab();
        var gateway = lab.Gateway();
        const string Vlan = "eth0.20";
        AddLink(gateway, Vlan, "10.10.20.1/24");

        Scripts.Settle(gateway.Run, Ranged("10.10.20.0/24"));

        Assert.Equal(Probing, Settings(gateway, "ipv4", Vlan));
        Assert.Equal(Untouched, Settings(gateway, "ipv4", "eth0"));
        gateway.Reboot();
        Assert.Equal(Probing, Settings(gateway, "ipv4", Vlan));
    }

    [SkippableFact]
    public void Nodes_that_are_on_no_link_of_the_router_cannot_be_probed()
    {
        using var lab = new Lab();
        var gateway = lab.Gateway();

        var outcome = Scripts.Apply(gateway, Ranged("10.10.20.0/24"));

        Site.AssertFailed(
            outcome,
            "no interface of this router has an address in 10.10.20.0/24, so it cannot probe the nodes there; give it one, "
                + "or set neighbourProbing: false"
        );
        Assert.DoesNotContain("bgplb", gateway.RunningConfiguration);
    }

    private static RouterDesign Ranged(string range)
    {
        var design = Designs.WithoutNodes(Designs.Of(Dialect.Frr, IpFamily.IPv4));
        return design with { Families = [design.Families[0] with { ListenRanges = [Prefix.Parse(range)!] }] };
    }

    private static void AddLink(Gateway gateway, string name = Other, string address = "172.29.60.1/24")
    {
        gateway.Namespace.Ip("link", "add", name, "type", "veth", "peer", "name", "end");
        gateway.Namespace.Ip("link", "set", name, "up");
        gateway.Namespace.AddAddress(name, address);
    }

    private static void Know(Gateway gateway, string address, string state) =>
        gateway.Namespace.Do("sh", "-c", $"ip neigh replace {address} lladdr 02:00:00:00:00:01 dev eth0 nud {state}");

    private static string Known(Gateway gateway, string address) =>
        gateway.Namespace.Ip("neigh", "show", address).Trim();

    private static void AssertAll(Gateway gateway, string settings) =>
        Assert.Equal((settings, settings), (Settings(gateway, "ipv4", "eth0"), Settings(gateway, "ipv6", "eth0")));

    private static string Settings(Gateway gateway, string family, string link) =>
        string.Join(' ', Names.Select(name => gateway.Kernel(Key(family, link, name))));

    private static void Set(Gateway gateway, string family, string link, string name, int value) =>
        gateway.Namespace.Do(
            "sysctl",
            "-q",
            "-w",
            string.Create(CultureInfo.InvariantCulture, $"{Key(family, link, name)}={value}")
        );

    private static string Key(string family, string link, string name) =>
        $"net.{family}.neigh.{link.Replace('.', '/')}.{name}";
}
