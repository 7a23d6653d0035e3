using BgpLb.Policies;
using BgpLb.Policies.Pack;
using BgpLb.Policies.Pack.Protocol;
using BgpLb.Policies.Rules;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Tests.Policies.Pack;

public sealed class AnalyzerTests
{
    private const string StackUrn = "urn:pulumi:prod::bgplb::pulumi:pulumi:Stack::bgplb-prod";

    private static readonly Rule Size = MadeRules.Each(
        "size",
        resource => resource["size"].Number > 5 ? [new(resource["size"], $"{resource["size"].Shown} is too much.")] : []
    );

    private static readonly Rule Count = MadeRules.Whole(
        "count",
        stack =>
            from resource in stack.OfType("test:index:Thing")
            where resource["size"].Number > 5 && resource.Dependencies.Contains(StackUrn)
            select new Violation(resource.Root, $"{resource.Name} under {resource.Parent}.", "Have fewer.")
    );

    [Fact]
    public void A_violation_carries_all_that_the_engine_shows()
    {
        var diagnostic = Assert.Single(Configured(Size).Analyze(Thing("a", "6")).Diagnostics);

        Assert.Equal("size", diagnostic.PolicyName);
        Assert.Equal("bgplb", diagnostic.PolicyPackName);
        Assert.Equal("0.1.0", diagnostic.PolicyPackVersion);
        Assert.Equal("What size demands.", diagnostic.Description);
        Assert.Equal("6 is too much. Do otherwise.", diagnostic.Message);
        Assert.Equal(EnforcementLevel.Mandatory, diagnostic.EnforcementLevel);
        Assert.Equal(PolicySeverity.High, diagnostic.Severity);
        Assert.Equal("urn:a", diagnostic.Urn);
    }

    [Theory]
    [InlineData(Severity.Info, "Low")]
    [InlineData(Severity.Warning, "Medium")]
    [InlineData(Severity.Error, "High")]
    public void Severities_are_the_engines(Severity ours, string theirs)
    {
        var rule = MadeRules.Each("all", resource => [new(resource.Root, "Wrong.")], ours);

        Assert.Equal(theirs, $"{Assert.Single(Configured(rule).Analyze(Thing("a", "1")).Diagnostics).Severity}");
        Assert.Equal(theirs, $"{Configured(rule).Info().Policies[0].Severity}");
    }

    [Fact]
    public void A_rule_of_the_stack_sees_inputs_where_the_engine_sends_outputs()
    {
        var analyzer = Configured(Count);
        Assert.Empty(analyzer.Analyze(Thing("a", "6")).Diagnostics);
        var request = new AnalyzeStackRequest { Resources = { Stack(), Whole("a", "\"outputs have none\"") } };

        var diagnostic = Assert.Single(analyzer.AnalyzeStack(request).Diagnostics);

        Assert.Equal($"a under {StackUrn}. Have fewer.", diagnostic.Message);
        Assert.Equal("urn:a", diagnostic.Urn);
    }

    [Fact]
    public void A_resource_that_was_never_asked_for_is_judged_with_the_stack()
    {
        var analyzer = Configured(Size);
        _ = analyzer.Analyze(Thing("a", "6"));
        var request = new AnalyzeStackRequest { Resources = { Stack(), Whole("a", "6"), Whole("b", "7") } };

        Assert.Equal(
            ["7 is too much. Do otherwise."],
            analyzer.AnalyzeStack(request).Diagnostics.Select(one => one.Message)
        );
    }

    [Fact]
    public void A_new_update_begins_with_nothing_seen()
    {
        var analyzer = Configured(Count);
        _ = analyzer.Analyze(Thing("a", "6"));
        _ = analyzer.Configure(new AnalyzerStackConfigureRequest { Project = "bgplb", Stack = "prod" });

        Assert.Empty(analyzer.AnalyzeStack(new() { Resources = { Stack(), Whole("a", "1") } }).Diagnostics);
    }

    [Fact]
    public void What_is_not_known_yet_is_said_once_with_the_stack_and_stops_nothing()
    {
        var analyzer = Configured(Size, Count);
        const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";
        Assert.Empty(analyzer.Analyze(Thing("a", Unknown)).Diagnostics);

        var said = analyzer
            .AnalyzeStack(new() { Resources = { Stack(), Whole("a", Unknown) } })
            .Diagnostics.OrderByDescending(one => one.PolicyName, StringComparer.Ordinal)
            .ToArray();

        Assert.Equal(["size", "count"], said.Select(one => one.PolicyName));
        Assert.Equal(["urn:a", StackUrn], said.Select(one => one.Urn));
        Assert.All(said, one => Assert.Equal(EnforcementLevel.Advisory, one.EnforcementLevel));
        Assert.All(
            said,
            one => Assert.Equal("Not judged yet: Thing a: size is not known before the update.", one.Message)
        );
    }

    [Fact]
    public void A_rule_that_fails_is_no_pass_and_quotes_nothing()
    {
        var broken = MadeRules.Each(
            "broken",
            resource => throw new FormatException($"cannot read {resource["size"].Text}")
        );
        var analyzer = Configured(broken);

        var failed = Assert.Throws<RuleFailedException>(() => analyzer.Analyze(Thing("a", "\"hidden\"")));

        Assert.Equal("The rule broken failed on urn:a: FormatException. This is a defect of the rule.", failed.Message);
        Assert.Throws<RuleFailedException>(() => analyzer.AnalyzeStack(new() { Resources = { Whole("a", "1") } }));
    }

    [Fact]
    public void The_packs_configuration_goes_before_the_stacks_settings_and_those_before_the_rules_own()
    {
        var analyzer = Configured("""{ "size": "advisory", "count": "disabled" }""", Size, Count);
        var request = new AnalyzeStackRequest { Resources = { Stack(), Whole("b", "7") } };

        Assert.Equal(
            [EnforcementLevel.Advisory, EnforcementLevel.Disabled, EnforcementLevel.Mandatory],
            analyzer.Info().Policies.Select(policy => policy.EnforcementLevel)
        );
        Assert.Equal(
            [EnforcementLevel.Advisory, EnforcementLevel.Disabled, EnforcementLevel.Mandatory],
            analyzer.Info().Policies.Select(policy => analyzer.Info().InitialConfig[policy.Name].EnforcementLevel)
        );
        Assert.Equal(["size"], analyzer.AnalyzeStack(request).Diagnostics.Select(one => one.PolicyName));

        analyzer.Configure(Told(("size", EnforcementLevel.Disabled), ("count", EnforcementLevel.Advisory)));
        Assert.Equal(["count"], analyzer.AnalyzeStack(request).Diagnostics.Select(one => one.PolicyName));

        analyzer.Configure(Told(("size", EnforcementLevel.Remediate), ("count", EnforcementLevel.Disabled)));
        Assert.Equal(
            [EnforcementLevel.Mandatory],
            analyzer.AnalyzeStack(request).Diagnostics.Select(one => one.EnforcementLevel)
        );
    }

    [Fact]
    public void A_setting_for_a_rule_that_there_is_not_stops_the_update()
    {
        var analyzer = Configured("""{ "sice": "advisory" }""", Size);

        var diagnostic = Assert.Single(analyzer.AnalyzeStack(new() { Resources = { Stack() } }).Diagnostics);

        Assert.Equal("policies-setting", diagnostic.PolicyName);
        Assert.Equal(StackUrn, diagnostic.Urn);
        Assert.Equal(EnforcementLevel.Mandatory, diagnostic.EnforcementLevel);
        Assert.Contains("\"size\" is the nearest known one", diagnostic.Message, StringComparison.Ordinal);
        analyzer.Configure(Told(("policies-setting", EnforcementLevel.Disabled)));
        Assert.Empty(analyzer.AnalyzeStack(new() { Resources = { Stack() } }).Diagnostics);
    }

    [Fact]
    public void A_resource_without_URN_or_type_is_a_bad_request()
    {
        var analyzer = Configured(Size);

        Assert.Throws<CallException>(() => analyzer.Analyze(new() { Type = "a" }));
        Assert.Throws<CallException>(() => analyzer.Analyze(new() { Urn = "a" }));
        Assert.Throws<CallException>(() => analyzer.AnalyzeStack(new() { Resources = { new AnalyzerResource() } }));
    }

    [Fact]
    public void Options_and_places_arrive()
    {
        string[] seen = [];
        var rule = MadeRules.Each(
            "sees",
            resource =>
            {
                seen =
                [
                    .. seen,
                    $"{resource.Name} {resource.IsProtected} {resource.Parent} [{string.Join(' ', resource.Dependencies)}]",
                ];
                return [];
            }
        );
        var analyzer = Configured(rule);
        var one = Thing("a", "1");
        one.Options = new() { Protect = true, Parent = "urn:parent" };
        _ = analyzer.Analyze(one);
        var whole = Whole("b", "1");
        whole.Options = new() { Protect = true };
        whole.PropertyDependencies["size"] = new() { Urns = { "urn:c", StackUrn } };
        _ = analyzer.AnalyzeStack(new() { Resources = { whole } });

        Assert.Equal(["a True urn:parent []", $"b True {StackUrn} [{StackUrn} urn:c]"], seen);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("stringData")]
    public void What_a_Kubernetes_Secret_holds_is_secret_even_where_it_is_not_marked(string property)
    {
        var rule = MadeRules.Each("shows", resource => [new(resource.Root, resource[property]["password"].Shown)]);
        var request = Thing("a", "1");
        request.Type = "kubernetes:core/v1:Secret";
        request.Properties = Struct.Parser.ParseJson($$"""{ "{{property}}": { "password": "hidden" } }""");

        Assert.Equal("a secret Do otherwise.", Assert.Single(Configured(rule).Analyze(request).Diagnostics).Message);
    }

    private static Analyzer Configured(params Rule[] rules) => Configured("{}", rules);

    private static Analyzer Configured(string levels, params Rule[] rules)
    {
        var analyzer = new Analyzer([.. rules]);
        _ = analyzer.Configure(
            new AnalyzerStackConfigureRequest
            {
                Project = "bgplb",
                Stack = "prod",
                Config = { ["bgplb:policies"] = levels, ["other:policies"] = "{" },
            }
        );
        return analyzer;
    }

    private static ConfigureAnalyzerRequest Told(params (string Rule, EnforcementLevel Level)[] levels)
    {
        var request = new ConfigureAnalyzerRequest();
        foreach (var (rule, level) in levels)
        {
            request.PolicyConfig[rule] = new() { EnforcementLevel = level };
        }

        return request;
    }

    private static AnalyzeRequest Thing(string name, string size) =>
        new()
        {
            Urn = $"urn:{name}",
            Type = "test:index:Thing",
            Name = name,
            Properties = Struct.Parser.ParseJson($$"""{ "size": {{size}} }"""),
        };

    private static AnalyzerResource Whole(string name, string size) =>
        new()
        {
            Urn = $"urn:{name}",
            Type = "test:index:Thing",
            Name = name,
            Parent = StackUrn,
            Dependencies = { StackUrn },
            Properties = Struct.Parser.ParseJson($$"""{ "size": {{size}} }"""),
        };

    private static AnalyzerResource Stack() =>
        new()
        {
            Urn = StackUrn,
            Type = "pulumi:pulumi:Stack",
            Name = "bgplb-prod",
        };
}
