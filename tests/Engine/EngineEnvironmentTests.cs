using BgpLb.Engine;
using Xunit;

namespace BgpLb.Tests.Engine;

public sealed class EngineEnvironmentTests
{
    [Fact]
    public void All_that_the_engine_says_is_read()
    {
        var environment = EngineEnvironment.From(
            Variables(
                ("PULUMI_DRY_RUN", "true"),
                ("PULUMI_PARALLEL", "4"),
                ("PULUMI_ORGANIZATION", "organization"),
                ("PULUMI_ROOT_DIRECTORY", "here"),
                ("PULUMI_CONFIG", """{"bgplb:pools":"[{\"name\":\"a\"}]","bgplb:localAs":"64513"}"""),
                ("PULUMI_CONFIG_SECRET_KEYS", """["bgplb:bgpPassword"]""")
            )
        );

        Assert.Equal(("127.0.0.1:1", "127.0.0.1:2"), (environment.MonitorAddress, environment.EngineAddress));
        Assert.Equal(("bgplb", "dev"), (environment.Project, environment.Stack));
        Assert.Equal((true, 4), (environment.DryRun, environment.Parallel));
        Assert.Equal(("organization", "here"), (environment.Organization, environment.RootDirectory));
        Assert.Equal("64513", environment.Config["bgplb:localAs"]);
        Assert.Equal("""[{"name":"a"}]""", environment.Config["bgplb:pools"]);
        Assert.Equal(["bgplb:bgpPassword"], environment.SecretKeys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void Without_a_sensible_number_sixteen_calls_run_at_once(string? parallel)
    {
        Assert.Equal(16, EngineEnvironment.From(Variables(("PULUMI_PARALLEL", parallel ?? ""))).Parallel);
    }

    [Fact]
    public void What_is_optional_may_be_missing()
    {
        var environment = EngineEnvironment.From(Variables());

        Assert.False(environment.DryRun);
        Assert.Null(environment.Organization);
        Assert.Empty(environment.Config);
        Assert.Empty(environment.SecretKeys);
    }

    [Theory]
    [InlineData("PULUMI_ENGINE")]
    [InlineData("PULUMI_PROJECT")]
    [InlineData("PULUMI_STACK")]
    public void What_is_missing_is_named(string name)
    {
        var problem = Assert.Throws<EngineException>(() => EngineEnvironment.From(Variables((name, ""))));

        Assert.Equal(
            $"{name} is not set. Pulumi sets it when it starts this program: run \"pulumi up\".",
            problem.Message
        );
    }

    [Theory]
    [InlineData("PULUMI_CONFIG", "{\"a\":\"hunter2", "object")]
    [InlineData("PULUMI_CONFIG", "[\"hunter2\"]", "object")]
    [InlineData("PULUMI_CONFIG_SECRET_KEYS", "hunter2", "array")]
    public void A_malformed_configuration_is_named_and_not_quoted(string name, string content, string expected)
    {
        var problem = Assert.Throws<EngineException>(() => EngineEnvironment.From(Variables((name, content))));

        Assert.Equal($"{name} does not hold a JSON {expected}, as Pulumi would have set it.", problem.Message);
    }

    [Fact]
    public void Only_the_engine_sets_the_monitor()
    {
        Assert.True(EngineEnvironment.IsGiven(Variables()));
        Assert.False(EngineEnvironment.IsGiven(new Dictionary<string, string>(StringComparer.Ordinal)));
    }

    private static Dictionary<string, string> Variables(params ReadOnlySpan<(string Name, string Value)> more)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_MONITOR"] = "127.0.0.1:1",
            ["PULUMI_ENGINE"] = "127.0.0.1:2",
            ["PULUMI_PROJECT"] = "bgplb",
            ["PULUMI_STACK"] = "dev",
        };
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }
}
