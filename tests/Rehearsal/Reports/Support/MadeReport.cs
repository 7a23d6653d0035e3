using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Tests.Rehearsal.Reports.Support;

/// <summary>Reports that no lab has made.</summary>
internal static class MadeReport
{
    /// <summary>One router, one node, one Service, one scenario: what the golden page shows.</summary>
    public static RehearsalReport Small { get; } =
        new(
            "bgplb",
            "dev",
            "gobgpd 3.36.0",
            ["gateway: a stand-in for VyOS's shell, whose commits a real FRR runs; no VyOS runs here."],
            [("FRR", "bgpd version 8.4.4"), ("Linux", "6.1.0")],
            new(
                [new("gateway", "vyos", 64513, ["10.10.50.1"], "set protocols bgp system-as '64513'\n")],
                [new("worker-1", "workers", 64512, ["10.10.50.11"])],
                [new("web/shop", ["10.10.60.10"], "Cluster", IsAnnounced: true)],
                [new("workers", "gateway", "10.10.50.1")],
                ["198.18.0.2", "2001:2::2"]
            ),
            new(2026, 5, 4, 14, 3, 22, TimeSpan.FromHours(2)),
            TimeSpan.FromSeconds(31.5),
            [
                new(
                    "converge",
                    "Both ends find each other",
                    "Converge",
                    Outcomes.Passed,
                    TimeSpan.FromSeconds(1.25),
                    [new("communities", "none on every address", "so it is", Passed: true)]
                ),
                Measured(
                    "node-dies",
                    "A node dies without a word",
                    new("traffic", "at most 10000 ms promised", "longest gap 740 ms", Passed: true),
                    new(
                        TimeSpan.FromMilliseconds(10),
                        TimeSpan.FromSeconds(4),
                        [new("10.10.60.10", 400, 74, [Gap(500, 740)], [1]), new("10.10.60.10", 400, 0, [], [1])]
                    ),
                    (TimeSpan.FromMilliseconds(500), "cut 1")
                ),
            ]
        );

    /// <summary>A dual-stack report with this many nodes, as a stack of their kind would give.</summary>
    public static RehearsalReport With(int nodes, params ScenarioResult[] scenarios) =>
        Small with
        {
            Stack = "prod",
            Topology = new(
                [
                    new(
                        "udm-pro",
                        "unifi",
                        64513,
                        ["172.29.51.1", "fd47:25e1:2f96:51::1"],
                        string.Concat(
                            Enumerable.Range(0, 60).Select(i => $"ip prefix-list bgplb-prod permit 172.29.52.{i}/32\n")
                        )
                    ),
                ],
                [
                    .. Enumerable
                        .Range(1, nodes)
                        .Select(i => new TopologyNode(
                            $"home-ops-{i}",
                            "nodes",
                            64512,
                            [$"172.29.51.{i + 10}", $"fd47:25e1:2f96:51::{i + 10:x}"]
                        )),
                ],
                [
                    new("ingress-nginx/controller", [Vips[0], Vips[4]], "Local", IsAnnounced: true),
                    new("default/shop", [Vips[1], Vips[5]], "Cluster", IsAnnounced: true),
                    new("default/quiet", [Vips[2]], "Cluster", IsAnnounced: false),
                    new("default/waits", [], "Cluster", IsAnnounced: true),
                ],
                [new("nodes", "udm-pro", "172.29.51.1"), new("nodes", "udm-pro", "fd47:25e1:2f96:51::1")],
                ["198.18.0.2", "2001:2::2"]
            ),
            Scenarios = scenarios,
        };

    /// <summary>Two routers, three groups, names as long as Kubernetes has them, actions one upon the other.</summary>
    public static RehearsalReport Crowded { get; } =
        Small with
        {
            Topology = new(
                [
                    new("left", "vyos", 4200000001, ["10.0.0.1"], ""),
                    new("right", "frr", 4200000002, ["10.0.1.1", "fd00:0:0:1:ffff:ffff:ffff:ffff"], ""),
                ],
                [
                    new(new('w', 63), "a", 4200000003, ["10.0.0.11"]),
                    new("b-1", "b", 4200000003, ["10.0.1.11", "fd00:0:0:1:ffff:ffff:ffff:fffe"]),
                    new("c-1", "c", 4200000003, []),
                ],
                [],
                [new("a", "left", "10.0.0.1"), new("b", "right", "10.0.1.1"), new("c", "right", "10.0.1.1")],
                ["198.18.0.2"]
            ),
            Scenarios =
            [
                Measured(
                    "crowded",
                    "Much at once",
                    new("traffic", "no loss", "none", Passed: true),
                    new(
                        TimeSpan.FromMilliseconds(10),
                        TimeSpan.FromSeconds(4),
                        [.. Vips.Select(vip => new FlowRecord(vip, 400, 0, [], [1]))]
                    ),
                    [
                        .. Enumerable
                            .Range(0, 9)
                            .Select(i =>
                                (TimeSpan.FromMilliseconds(i * 450), $"something is done that has a long name {i}")
                            ),
                        (TimeSpan.FromSeconds(2), new string('x', 300)),
                    ]
                ),
            ],
        };

    public static string[] Vips =>
        [
            "172.29.52.100",
            "172.29.52.101",
            "172.29.52.102",
            "172.29.52.200",
            "fd47:25e1:2f96:52:100::",
            "fd47:25e1:2f96:52:100::1",
            "fd47:25e1:2f96:52:100::2",
            "fd47:25e1:2f96:52:100::c8",
        ];

    public static ScenarioResult Measured(
        string name,
        string title,
        Check judgement,
        TrafficRecord traffic,
        params (TimeSpan At, string What)[] actions
    ) =>
        new(
            name,
            title,
            "Faults",
            judgement.Passed ? Outcomes.Passed : Outcomes.Failed,
            traffic.Length,
            [judgement, new("everyone else", "no session reset", "none", Passed: true)],
            new(traffic, actions, judgement)
        );

    public static ScenarioResult Unmeasured(string name, string title, string group, params Check[] checks) =>
        new(
            name,
            title,
            group,
            Array.TrueForAll(checks, check => check.Passed) ? Outcomes.Passed : Outcomes.Failed,
            TimeSpan.FromSeconds(2.4),
            checks
        );

    public static Gap Gap(int start, int length) =>
        new(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(length));
}
