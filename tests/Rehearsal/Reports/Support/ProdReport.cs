using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Tests.Rehearsal.Reports.Support;

/// <summary>A report as a rehearsal of three dual-stack nodes might give: 96 flows, gaps from 300 ms to 8 s.</summary>
internal static class ProdReport
{
    public static RehearsalReport Report { get; } = Of(nodes: 3);

    public static RehearsalReport Of(int nodes) =>
        MadeReport.With(
            nodes,
            MadeReport.Unmeasured(
                "update",
                "The stack's own graph is executed",
                "Converge",
                new Check(
                    "the update",
                    "succeeds, the routers' confirmation included",
                    "22 resources made in 8.4 s",
                    true
                )
            ),
            Fault("node-dies", "A node dies without a word", 10000, 12000, 7600, 8000, (512, "cut 1")),
            Fault("agent-restarts", "The agent of a node restarts", 0, 8500, 300, 340, (504, "restart speaker 1")),
            Fault("speaker-killed", "The speaker of a node is killed", 1000, 3500, 0, 0, (503, "kill speaker 1")),
            Fault(
                "router-reboots",
                "The router reboots",
                15000,
                19000,
                6200,
                8000,
                (505, "reboot router"),
                (1600, "the router runs again")
            ),
            Fault(
                "bad-router-password",
                "The router gets another password than the cluster",
                limit: -1,
                26000,
                400,
                2900,
                (511, "break router-password"),
                (24900, "the update has ended")
            ),
            MadeReport.Unmeasured(
                "wrong-asn",
                "A node has another AS number",
                "Mistaken nodes",
                new Check("the session", "is refused", "refused: OPEN message error, bad peer AS", Passed: true),
                new Check("everyone else", "no session reset", "none", Passed: true)
            ),
            MadeReport.Unmeasured(
                "foreign-prefix",
                "A node announces a foreign address",
                "Mistaken nodes",
                new Check("everyone else", "no session reset", "none", Passed: true),
                new Check("routes", "none of the mistaken node's", "203.0.113.7/32 by 172.29.51.14", Passed: false)
            ),
            new ScenarioResult(
                "pod-ends",
                "A Local service loses its last pod on a node",
                "Faults",
                Outcomes.LeftOut,
                TimeSpan.Zero,
                [],
                Reason: "it needs 3 nodes, and the stack has 2"
            )
        ) with
        {
            Speakers = "Cilium 1.20.2: its operator and its agents' BGP control plane",
            StandIns =
            [
                "The Helm chart is not rendered: Cilium's operator and agents are started with the release's BGP values.",
                "No datapath and no pods: a node answers for the load-balancer addresses that it would serve.",
                "The routers are reached at the lab's addresses with the lab's keys, as root.",
                "udm-pro: a real FRR from Debian, not a UniFi gateway.",
            ],
            Elapsed = TimeSpan.FromSeconds(372),
        };

    /// <summary>Every third flow, as it went by the node that failed, has a gap between the two lengths.</summary>
    /// <param name="limit">In milliseconds, as all times here; negative for what is not judged.</param>
    private static ScenarioResult Fault(
        string name,
        string title,
        int limit,
        int length,
        int shortest,
        int longest,
        params (int At, string What)[] actions
    )
    {
        var random = new Random(name.Length);
        FlowRecord[] flows =
        [
            .. Enumerable
                .Range(0, 96)
                .Select(i =>
                {
                    var vip = MadeReport.Vips[i / 12];
                    Gap[] gaps =
                        longest > 0 && random.Next(3) == 0
                            ? [MadeReport.Gap(actions[0].At + random.Next(10), random.Next(shortest, longest))]
                            : [];
                    return new FlowRecord(
                        vip,
                        length / 10,
                        gaps.Sum(gap => (int)gap.Length.TotalMilliseconds / 10),
                        gaps,
                        [1]
                    );
                }),
        ];
        var traffic = new TrafficRecord(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(length), flows);
        var found =
            $"longest gap {traffic.LongestGap.TotalMilliseconds:0} ms; {traffic.Affected} of 96 flows lost something";
        return MadeReport.Measured(
            name,
            title,
            limit < 0
                ? new("traffic", "measured, not judged", found, Passed: true, IsJudged: false)
                : new(
                    "traffic",
                    limit == 0 ? "no loss promised" : $"at most {limit} ms promised",
                    found,
                    traffic.LongestGap.TotalMilliseconds <= limit
                ),
            traffic,
            [.. actions.Select(action => (TimeSpan.FromMilliseconds(action.At), action.What))]
        );
    }
}
