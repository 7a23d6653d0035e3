using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Stacks.Check.State;
using BgpLb.Tests.Policies.Support;
using BgpLb.Tests.Stacks.Check.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check;

/// <summary><c>check --state</c>: what pulumi stack export wrote.</summary>
public sealed class StateTests : IDisposable
{
    private const string Secret = """{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", """;

    private readonly Project _project = new();

    private string File => Path.Combine(_project.Folder, "state.json");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_state_has_the_resources_that_were_registered()
    {
        var read = Read(MadeState.Of(Shipped.Prod));
        Assert.Equal(("bgplb", "prod"), (read.Project, read.Name));
        Assert.Equal(Shipped.Prod.Resources.Select(Essence), read.Resources.Select(Essence));
        Assert.Equal(9, read.The("CiliumBGPPeerConfig bgplb-ipv4")["spec"]["timers"]["holdTimeSeconds"].Number);
        Assert.Equal("1", (read.Resources[1].Outputs!["id"] as Text)!.Content);
    }

    [Fact]
    public void A_ciphertext_is_a_secret_that_nobody_knows()
    {
        var password = Inputs($$$"""{"password": {{{Secret}}} "ciphertext": "v1:abc"}}""")["password"];
        Assert.True(password.IsSecret || password.Value is Secret);
        Assert.Throws<NotKnownYetException>(() => password.Text);
    }

    [Fact]
    public void A_plain_secret_is_known_and_never_shown()
    {
        var data = Inputs($$$"""{"data": {{{Secret}}} "plaintext": "{\"password\": \"hunter2\"}"}}""")["data"];
        Assert.Equal("hunter2", data["password"].Text);
        Assert.Equal("a secret", data["password"].Shown);
    }

    [Theory]
    [InlineData(""" "04da6b54-80e4-46f7-96ec-b56ff0331ba9" """)]
    [InlineData("""{"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4"}""")]
    [InlineData("""{"4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", "text": "asset"}""")]
    public void What_is_not_known_or_not_understood_is_not_judged(string value) =>
        Assert.Throws<NotKnownYetException>(() => Inputs($$$"""{"a": {{{value}}}}""")["a"].Text);

    [Fact]
    public void An_output_that_is_known_is_its_value() =>
        Assert.Equal(
            "x",
            Inputs(
                """{"a": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "x", "secret": true}}"""
            )["a"].Text
        );

    [Fact]
    public async Task A_state_is_judged_by_itself()
    {
        Write(MadeState.Of(Shipped.Prod));
        (await _project.RunAsync("check", "--state", "state.json")).Done();
        Write(
            MadeState.Of(
                Shipped.Prod.With("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0].start", "172.29.52.199")
            )
        );
        var run = await _project.RunAsync("check", "--state", "state.json");
        Assert.Equal(1, run.Status);
        Assert.StartsWith("state.json:1  error  pools-disjoint\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_project_is_needed()
    {
        Write(MadeState.Of(Shipped.Prod));
        var elsewhere = Directory.CreateDirectory(_project.Out).FullName;
        (await Outcome.OfAsync(elsewhere, "check", "--state", File)).Done();
    }

    [Fact]
    public async Task The_projects_files_say_how_strictly_a_state_is_judged()
    {
        Write(
            MadeState.Of(
                Shipped.Prod.With("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0].start", "172.29.52.199")
            )
        );
        _project.With(
            "prod",
            "bgplb:protect: true",
            "bgplb:policies: { pools-disjoint: advisory }\n  bgplb:protect: true"
        );
        var text = (await _project.RunAsync("check", "--state", "state.json")).Done();
        Assert.Contains("  warning  pools-disjoint\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_stack_it_is_what_runs_now()
    {
        Write(MadeState.Of(Shipped.Prod));
        (await _project.RunAsync("check", "prod", "--state", "state.json")).Done();
        Assert.Equal(
            "--state: state.json is of stack prod, not dev.\n",
            (await _project.RunAsync("check", "dev", "--state", "state.json")).Refused()
        );
    }

    [Theory]
    [InlineData("{", "no valid JSON at line ")]
    [InlineData("[]", "no deployment in it")]
    [InlineData("""{"version": 3}""", "no deployment in it")]
    [InlineData("""{"version": 1, "deployment": {}}""", "a state of version 1; version 3 is known")]
    [InlineData("""{"version": 3, "deployment": {}}""", "no resources in it")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "a"}]}}""", "no resources in it")]
    [InlineData("""{"version": 3, "deployment": {"resources": 7}}""", "a state of a form that")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": 7}]}}""", "a state of a form that")]
    public async Task A_file_that_is_no_state_is_refused(string text, string error)
    {
        Write(text);
        Assert.StartsWith(
            $"--state state.json: {error}",
            (await _project.RunAsync("check", "--state", "state.json")).Refused(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() =>
        Assert.StartsWith(
            "--state nowhere.json: ",
            (await _project.RunAsync("check", "--state", "nowhere.json")).Refused(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--state is of one stack", "dev", "prod", "--state", "a")]
    [InlineData("--against and --state both", "--against", "HEAD", "--state", "a")]
    [InlineData("--chart looks at", "--against", "HEAD", "--chart", "a")]
    public async Task What_excludes_each_other_is_refused(string error, params string[] options) =>
        Assert.StartsWith(
            error,
            (await Outcome.OfAsync(Repository.Root, ["check", .. options])).Refused(),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_waits_to_be_deleted_runs_no_more()
    {
        var urn = "urn:pulumi:a::b::t:t:t::n";
        var read = Read(
            $$$"""{"version": 3, "deployment": {"resources": [{"urn": "{{{urn}}}"}, {"urn": "{{{urn}}}", "delete": true}]}}"""
        );
        Assert.Equal("n", Assert.Single(read.Resources).Name);
    }

    private Property Inputs(string inputs) =>
        Read(
            $$$"""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:a::b::t:t:t::n", "inputs": {{{inputs}}}}]}}"""
        )
            .Resources[0]
            .Root;

    private StackView Read(string text)
    {
        Write(text);
        var (stack, error) = StateFile.Read(File);
        Assert.Equal("", error);
        return stack!;
    }

    private void Write(string text) => System.IO.File.WriteAllText(File, text);

    private static string Essence(StackResource resource) =>
        $"{resource} {resource.Urn} {resource.Parent} {resource.IsProtected} {string.Join(' ', resource.Dependencies)}";
}
