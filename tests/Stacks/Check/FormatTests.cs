using System.Text.Json;
using System.Xml.Linq;
using BgpLb.Policies;
using BgpLb.Policies.Rules;
using BgpLb.Settings;
using BgpLb.Stacks.Check;
using BgpLb.Stacks.Check.Reports;
using BgpLb.Tests.Policies.Support;
using BgpLb.Tests.Stacks.Check.Support;
using NJsonSchema;

namespace BgpLb.Tests.Stacks.Check;

public sealed class FormatTests
{
    [Fact]
    public void Annotations_escape_what_would_end_them()
    {
        var report = new CheckReport(
            [
                CheckedStack.Of(
                    "a",
                    "/files/100%,b:c.yaml",
                    [new(new("settings", Severity.Error, "x", "50 %,\r\nthen: more", "") { IsMandatory = true }, 7)],
                    [],
                    Levels.Default
                ),
            ],
            "/files",
            "/files"
        );
        Assert.StartsWith(
            "::error file=100%25%2Cb%3Ac.yaml,line=7,title=a%3A settings::50 %25,%0D%0Athen: more%0A",
            GitHubReport.Of(report),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_advisory_finding_is_a_warning_in_every_format()
    {
        var found = Advisory.Stacks[0].Findings;
        Assert.True(Advisory.Passed);
        Assert.Equal(Severity.Warning, Assert.Single(found).Level);
        Assert.StartsWith("::warning ", GitHubReport.Of(Advisory), StringComparison.Ordinal);
        Assert.Contains("  warning  host-key\n", TextReport.Of(Advisory, width: null), StringComparison.Ordinal);
        Assert.Contains("\"level\": \"warning\"", JsonReport.Of(Advisory), StringComparison.Ordinal);
        Assert.Equal("warning", Results(Advisory)[0].GetProperty("level").GetString());
        var suite = Suite(Advisory);
        Assert.Equal("0", suite.Attribute("failures")!.Value);
        Assert.Contains("host-key", Case(suite, "host-key").Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_suite_has_a_case_for_each_rule()
    {
        var suite = Suite(Spoiled.Prod);
        Assert.Equal(
            AllRules.All.Select(rule => rule.Name).Prepend("settings"),
            suite.Elements("testcase").Select(one => one.Attribute("name")!.Value)
        );
        Assert.Equal("2", suite.Attribute("failures")!.Value);
        Assert.Contains(
            "overlaps",
            Case(suite, "pools-disjoint").Element("failure")!.Attribute("message")!.Value,
            StringComparison.Ordinal
        );
        Assert.Empty(Case(suite, "settings").Elements());
    }

    [Fact]
    public void What_could_not_be_judged_is_skipped_and_said_once()
    {
        var report = Spoiled.Report(
            "prod",
            stack => stack.With("Command udm-pro-change", "connection", new BgpLb.Policies.Model.Unknown())
        );
        Assert.True(report.Passed);
        var skipped = Case(Suite(report), "host-key").Element("skipped")!.Attribute("message")!.Value;
        Assert.Contains("udm-pro-change", skipped, StringComparison.Ordinal);
        Assert.Contains("Not judged in prod: host-key (", TextReport.Of(report, width: null), StringComparison.Ordinal);
        var undecided = JsonDocument
            .Parse(JsonReport.Of(report))
            .RootElement.GetProperty("stacks")[0]
            .GetProperty("undecided");
        Assert.Contains(undecided.EnumerateArray(), one => one.GetProperty("rule").GetString() == "host-key");
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_do_not_break_it()
    {
        var finding = new Finding("settings", Severity.Error, "x", "a \u0007 bell", "") { IsMandatory = true };
        var stack = CheckedStack.Of("a", "/a.yaml", [new(finding, 1)], [], Levels.Default);
        var suite = Suite(new([stack], "/", "/"));
        Assert.Equal("a \ufffd bell", Case(suite, "settings").Element("failure")!.Attribute("message")!.Value);
    }

    [Fact]
    public void Results_have_rules_places_and_levels()
    {
        var result = Results(Spoiled.Prod)[0];
        Assert.Equal("pools-disjoint", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("Pulumi.prod.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(31, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Fingerprints_stay_when_lines_move_and_differ_between_findings()
    {
        var moved = new CheckReport(
            [
                Spoiled.Prod.Stacks[0] with
                {
                    Findings =
                    [
                        .. Spoiled.Prod.Stacks[0].Findings.Select(found => found with { Line = found.Line + 9 }),
                    ],
                },
            ],
            Repository.Root,
            Repository.Root
        );
        var prints = Prints(Spoiled.Prod);
        Assert.Equal(prints, Prints(moved));
        Assert.Equal(2, prints.Distinct().Count());
    }

    [SkippableFact]
    [Trait("Needs", "Programs")]
    public async Task The_results_keep_the_standards_own_schema()
    {
        Borrowed.Need(Borrowed.SarifSchema);
        var schema = await JsonSchema.FromFileAsync(Borrowed.SarifSchema);
        Assert.Empty(schema.Validate(SarifReport.Of(Spoiled.Prod)).Select(wrong => wrong.ToString()));
        Assert.NotEmpty(schema.Validate(SarifReport.Of(Spoiled.Prod).Replace("\"startLine\": 31", "\"startLine\": 0")));
    }

    [Fact]
    public void The_programs_form_has_these_fields()
    {
        var root = JsonDocument.Parse(JsonReport.Of(Spoiled.Prod)).RootElement;
        Assert.False(root.GetProperty("passed").GetBoolean());
        Assert.Equal(
            ["rule", "level", "severity", "mandatory", "file", "line", "path", "message", "remedy"],
            root.GetProperty("stacks")[0].GetProperty("findings")[0].EnumerateObject().Select(field => field.Name)
        );
    }

    private static CheckReport Advisory { get; } = MadeAdvisory();

    private static CheckReport MadeAdvisory()
    {
        var stack = Spoiled.Stack("prod", stack => stack.With("Command udm-pro-change", "connection.hostKey", null));
        var reading = stack.Planned!.Reading!;
        var settings = reading.Settings! with
        {
            Policies = reading.Settings!.Policies.Add("host-key", Enforcement.Advisory),
        };
        var advised = stack with { Planned = Read(stack.Planned, reading with { Settings = settings }) };
        return new([CheckedStack.Of(advised, [])], Repository.Root, Repository.Root);
    }

    private static BgpLb.Stacks.PlannedStack Read(BgpLb.Stacks.PlannedStack planned, SettingsReading reading) =>
        BgpLb.Stacks.PlannedStack.Of(reading).Stack ?? planned;

    private static JsonElement Results(CheckReport report) =>
        JsonDocument.Parse(SarifReport.Of(report)).RootElement.GetProperty("runs")[0].GetProperty("results");

    private static string[] Prints(CheckReport report) =>
        [
            .. Results(report)
                .EnumerateArray()
                .Select(result =>
                    result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!
                ),
        ];

    private static XElement Suite(CheckReport report) =>
        XDocument.Parse(JUnitReport.Of(report)).Root!.Element("testsuite")!;

    private static XElement Case(XElement suite, string rule) =>
        suite.Elements("testcase").Single(one => one.Attribute("name")!.Value == rule);
}
