using System.Diagnostics;
using BgpLb.Stacks.Check.Chart;
using BgpLb.Tests.Stacks.Check.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check;

/// <summary><c>check --chart</c>, with a real helm and a small chart.</summary>
public sealed class ChartTests
{
    private static readonly string Chart = Path.Combine(Repository.Root, "tests", "Policies", "chart");

    [SkippableFact]
    [Trait("Needs", "Programs")]
    public async Task A_chart_that_takes_the_values_says_nothing()
    {
        var run = await RunAsync(Repository.Root, Borrowed.Helm(), "check", "dev", "prod", "--chart", Chart);
        Assert.Equal((0, ""), (run.Status, run.Error));
    }

    [SkippableFact]
    [Trait("Needs", "Programs")]
    public async Task What_the_charts_schema_refuses_leads_to_the_setting()
    {
        using var project = WithValues("operator: { replicas: 0 }");
        var run = await RunAsync(project.Folder, Borrowed.Helm(), "check", "prod", "--chart", Chart);
        Assert.Equal((1, ""), (run.Status, run.Error));
        Assert.StartsWith(
            "Pulumi.prod.yaml:21  error  chart\n"
                + "  The chart refuses the release's values: cilium.values.operator.replicas: minimum: got 0, want 1\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    [Trait("Needs", "Programs")]
    public async Task What_a_template_refuses_is_quoted()
    {
        using var project = WithValues("refuse: true");
        var run = await RunAsync(project.Folder, Borrowed.Helm(), "check", "prod", "--chart", Chart);
        Assert.Equal(1, run.Status);
        Assert.Contains(
            "The chart refuses the release's values: this chart was told to refuse\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    [Trait("Needs", "Programs")]
    public async Task A_chart_that_is_not_there_is_lacking()
    {
        var run = await RunAsync(Repository.Root, Borrowed.Helm(), "check", "dev", "--chart", "nowhere");
        Assert.Equal(3, run.Status);
        Assert.StartsWith("Not checked: whether the chart takes the values of dev. There is no chart at ", run.Error);
    }

    [SkippableFact]
    [Trait("Needs", "Programs")]
    public async Task A_repository_that_does_not_answer_is_lacking()
    {
        var run = await RunAsync(Repository.Root, Borrowed.Helm(), "check", "dev", "--chart", "http://127.0.0.1:9/x");
        Assert.Equal(3, run.Status);
        Assert.Contains("cannot be reached", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "Programs")]
    public async Task Without_helm_it_says_what_was_not_checked()
    {
        var run = await RunAsync(Repository.Root, "/nowhere", "check", "dev", "--chart", Chart);
        Assert.Equal(3, run.Status);
        Assert.StartsWith(
            "Not checked: whether the chart takes the values of dev. There is no helm on PATH",
            run.Error
        );
    }

    [Theory]
    [InlineData("- at '/operator/replicas': minimum: got 0, want 1", "cilium.values.operator.replicas")]
    [InlineData("- operator.replicas: Must be greater than or equal to 1", "cilium.values.operator.replicas")]
    [InlineData("- (root): Additional property x is not allowed", "cilium.values")]
    [InlineData("- at '': additional properties 'x' not allowed", "cilium.values")]
    public void Both_ways_in_which_helm_names_a_value_are_understood(string line, string setting)
    {
        var said =
            $"Error: values don't meet the specifications of the schema(s) in the following chart(s):\ncilium:\n{line}\n";
        Assert.True(ChartRefusals.IsIn(said));
        Assert.Equal(setting, Assert.Single(ChartRefusals.In(said, hasSecrets: false)).Setting);
    }

    [Fact]
    public void Where_secrets_are_among_the_values_helms_words_are_not_quoted()
    {
        var said = "Error: execution error at (cilium/templates/a.yaml:1:1): token hunter2 is too short";
        Assert.DoesNotContain(
            "hunter2",
            Assert.Single(ChartRefusals.In(said, hasSecrets: true)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_not_about_the_values_is_no_refusal() =>
        Assert.False(ChartRefusals.IsIn("Error: chart \"cilium\" version \"1.0\" not found in https://x repository"));

    private static Project WithValues(string values) =>
        new Project().With("prod", "    management: adopt", $"    values: {{ {values} }}\n    management: adopt");

    private static async Task<Outcome> RunAsync(string folder, string path, params string[] args)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "bgplb.dll"), .. args]
        )
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("PULUMI_MONITOR");
        start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
