using System.Globalization;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Tests.Rehearsal.Whole;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>How soon a router that probes its neighbours leaves a silent one out: a time, so nothing else runs beside it.</summary>
[Trait("Needs", "Programs")]
[Collection(Alone.Name)]
public sealed class SilentNodeTests
{
    /// <summary>Who prints the kernel's word with its time is a process among others.</summary>
    private static readonly TimeSpan Limit = NeighbourProbing.WorstCase + TimeSpan.FromMilliseconds(200);

    private const string Node = "172.29.51.11";

    private const string Node6 = "fd47:25e1:2f96:51::11";

    /// <summary>Connections to the VIPs, each from another port.</summary>
    private const string Traffic =
        $"while :; do printf x >/dev/udp/{Site.Vip}/9; printf x >/dev/udp/{Site.Vip6}/9; sleep 0.01; done 2>/dev/null";

    [SkippableFact]
    public void A_silent_node_is_left_out_within_half_a_second_of_the_change_while_BGP_still_has_it()
    {
        using var site = new Site();
        site.Settle(Site.Design with { ProbesNeighbours = false });
        site.AwaitRoutes();
        using var traffic = site.Gateway.Start(Traffic, "");
        Assert.True(WayOut(site.Gateway, Site.Vip).Count == 2);
        Assert.Equal(0, site.Change(Site.Design).Status);

        using var monitor = site.Gateway.Namespace.Start("", "ip", "-ts", "monitor", "neigh");
        Poll.Until("the first words of the kernel", () => monitor.Written.Length > 0);
        var seen = new List<TimeSpan> { LeftOutAfter(site.Nodes[0], monitor) };
        // A machine that stands still for a moment adds to what is seen, and nothing takes away from it.
        while (seen[^1] > Limit && seen.Count < 3)
        {
            site.Nodes[0].Link.Mend();
            site.AwaitRoutes();
            seen.Add(LeftOutAfter(site.Nodes[0], monitor));
        }

        Assert.True(seen[^1] <= Limit, $"left out after {string.Join(", ", seen)}, which is more than {Limit}");
        Assert.Equal(["172.29.51.12"], WayOut(site.Gateway, Site.Vip));
        Assert.Equal(["fd47:25e1:2f96:51::12"], WayOut(site.Gateway, Site.Vip6));
        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
        traffic.Kill();
    }

    /// <summary>Over which nodes connections to a VIP go now.</summary>
    private static SortedSet<string> WayOut(Gateway gateway, string vip) =>
        [
            .. Enumerable
                .Range(20000, 40)
                .Select(port =>
                    gateway
                        .Namespace.Ip("-o", "route", "get", vip, "ipproto", "udp", "sport", $"{port}", "dport", "9")
                        .Split("via ")[1]
                        .Split(' ')[0]
                ),
        ];

    /// <summary>From its silent death until the kernel has given it up in both families.</summary>
    private static TimeSpan LeftOutAfter(Node node, RunningProgram monitor)
    {
        node.Link.Cut();
        var cut = DateTime.Now;
        return new[] { Node, Node6 }.Max(address =>
            Poll.Read(
                $"the end of {address}",
                () => EndOf(address, monitor.Written, cut),
                end => end is not null
            )!.Value - cut
        );
    }

    /// <summary>
    /// When the kernel gave a neighbour up; null when it has not. It says FAILED, or INCOMPLETE when a packet for it came
    /// before the word was out.
    /// </summary>
    private static DateTime? EndOf(string address, string events, DateTime cut) =>
        events
            .Split('\n')
            .Where(line => line.Contains($" {address} dev eth0 ", StringComparison.Ordinal))
            .Where(line => line.TrimEnd().Split(' ')[^1] is "FAILED" or "INCOMPLETE")
            .Select(line => DateTime.Parse(line.Split('[', ']')[1], CultureInfo.InvariantCulture))
            .Where(end => end > cut)
            .Select(end => (DateTime?)end)
            .FirstOrDefault();
}
