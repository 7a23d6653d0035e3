using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;
using BgpLb.Tests.Rehearsal.Reports.Support;

namespace BgpLb.Tests.Rehearsal.Reports;

public class HtmlReportTests
{
    private const string Hostile = "<script>alert('1')</script> & \"x\" onload=y \u0001";
    private const string Encoded =
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot; onload=y \uFFFD";

    private static readonly Check Good = new("sessions", "all", "all", Passed: true);
    private static readonly Check Bad = new("routes", "none", "one", Passed: false);

    [Fact]
    public void A_small_report_is_the_page_that_is_kept()
    {
        var path = Path.Combine(Repository.Root, "tests", "Rehearsal", "Reports", "goldens", "small.html");
        var page = HtmlReport.Of(MadeReport.Small);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.Equal(File.ReadAllText(path), page);
    }

    [Fact]
    public void Every_text_from_outside_is_encoded()
    {
        var page = HtmlReport.Of(
            new(
                Hostile,
                Hostile,
                Hostile,
                [Hostile],
                [(Hostile, Hostile)],
                new(
                    [new(Hostile, Hostile, 1, [Hostile], Hostile)],
                    [new(Hostile, Hostile, 2, [Hostile])],
                    [new(Hostile, [Hostile], Hostile, IsAnnounced: true)],
                    [new(Hostile, Hostile, Hostile)],
                    [Hostile]
                ),
                DateTimeOffset.UnixEpoch,
                TimeSpan.Zero,
                [
                    HostileScenario(loss: null),
                    HostileScenario(
                        new(
                            new(TimeSpan.Zero, TimeSpan.Zero, [new(Hostile, 1, 1, [MadeReport.Gap(0, 1)], [])]),
                            [(TimeSpan.Zero, Hostile)],
                            Bad
                        )
                    ),
                    HostileScenario(loss: null) with
                    {
                        Outcome = Outcomes.LeftOut,
                        Reason = Hostile,
                    },
                ]
            )
        );

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"x\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', page);
        // Shortened where a picture has no room: all the others are whole.
        Assert.True(Count(page, Encoded) > 40, $"{Count(page, Encoded)} places");
    }

    [Fact]
    public void What_failed_stands_at_the_top_and_is_open_and_first_of_its_group()
    {
        var page = HtmlReport.Of(
            MadeReport.With(
                1,
                MadeReport.Unmeasured("calm", "A calm one", "First", Good),
                MadeReport.Unmeasured("good", "A good one", "Second", Good),
                MadeReport.Unmeasured("bad", "A bad one", "Second", Good, Bad)
            )
        );

        Assert.Contains("<title>Rehearsal of prod (bgplb): failed</title>", page, StringComparison.Ordinal);
        Assert.Contains("2 scenarios passed, 1 failed, 0 left out", page, StringComparison.Ordinal);
        AssertInOrder(
            page,
            "<div class=\"failures\">",
            "<a href=\"#scenario-3\">A bad one</a>",
            "routes: wanted none; found one",
            "<h3>Second</h3>",
            "<details id=\"scenario-3\" open>",
            "<th scope=\"row\">routes</th>",
            "<th scope=\"row\">sessions</th>",
            "<details id=\"scenario-2\">",
            "<h3>First</h3>",
            "<details id=\"scenario-1\">"
        );
    }

    [Fact]
    public void What_was_left_out_says_why()
    {
        var left = MadeReport.Unmeasured("pod-ends", "A pod ends", "Faults") with
        {
            Outcome = Outcomes.LeftOut,
            Reason = "it needs 3 nodes, and the stack has 1",
        };

        var page = HtmlReport.Of(MadeReport.With(1, left));

        Assert.Contains("(bgplb): passed</title>", page, StringComparison.Ordinal);
        Assert.Contains("0 scenarios passed, 0 failed, 1 left out", page, StringComparison.Ordinal);
        Assert.Contains(
            "<span class=\"state left\">left out</span> A pod ends "
                + "<span class=\"note\">pod-ends: it needs 3 nodes, and the stack has 1</span>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_loss_the_timeline_has_no_bars_and_says_so()
    {
        var page = HtmlReport.Of(Of(new FlowRecord("10.0.0.1", 400, 0, [], [1]), Good));

        Assert.Contains("<svg class=\"timeline\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"gap\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing was lost: all 400 datagrams of 1 flow were answered, for 4.00 s.",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("The same by address", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Loss_is_said_in_words_too()
    {
        var page = HtmlReport.Of(Of(new FlowRecord("fd00::1", 400, 90, [MadeReport.Gap(700, 900)], [1]), Bad));

        Assert.Contains(
            "<figcaption>1 of 1 flow lost something, 90 of 400 datagrams in 4.00 s. "
                + "The longest gap was 900 ms, from 0.70 s to 1.60 s, at fd00::1. Meanwhile: cut 1 at 0.60 s. ",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_only_measured_is_not_called_passed()
    {
        var judgement = new Check("traffic", "measured, not judged", "longest gap 9 s", Passed: true, IsJudged: false);

        var page = HtmlReport.Of(Of(new FlowRecord("10.0.0.1", 400, 0, [], [1]), judgement));

        Assert.Contains(
            "<td>longest gap 9 s</td><td><span class=\"state left\">not judged</span></td>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_nodes_services_and_flows_there_is_still_a_page()
    {
        var report = MadeReport.With(0, MadeReport.Measured("none", "No flow", Good, new(default, default, [])));

        var page = HtmlReport.Of(report with { StandIns = [], Versions = [], Topology = new([], [], [], [], []) });

        Assert.Contains("no node</text>", page, StringComparison.Ordinal);
        Assert.Contains("There is no Service of type LoadBalancer.", page, StringComparison.Ordinal);
        Assert.Contains("No flow ran.", page, StringComparison.Ordinal);
        Assert.Contains("Nothing stood in for anything else.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_refers_to_nothing_but_itself()
    {
        var page = HtmlReport.Of(ProdReport.Report);

        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.Equal(Count(page, "href="), Count(page, "href=\"#"));
    }

    private static RehearsalReport Of(FlowRecord flow, Check judgement) =>
        MadeReport.With(
            1,
            MadeReport.Measured(
                "cut",
                "A node dies",
                judgement,
                new(TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(4), [flow]),
                (TimeSpan.FromMilliseconds(600), "cut 1")
            )
        );

    private static ScenarioResult HostileScenario(LossRecord? loss) =>
        new(
            Hostile,
            Hostile,
            Hostile,
            Outcomes.Failed,
            TimeSpan.Zero,
            [new(Hostile, Hostile, Hostile, Passed: false)],
            loss
        );

    private static void AssertInOrder(string page, params ReadOnlySpan<string> parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            at = page.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"not there, or not after what stands before it: {part}");
        }
    }

    private static int Count(string page, string part) => page.Split(part).Length - 1;
}
