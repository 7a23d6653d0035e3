using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

[Trait("Needs", "Programs")]
public sealed class ScriptTests
{
    public static TheoryData<string> Stacks => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_secret_stands_in_standard_input_only_and_stays_marked(string stack)
    {
        var password = new Text(Scripts.Password).AsSecret();

        var script = RouterScripts.Change(Of(stack), password);

        var parts = Assert.IsType<Joined>(script.Stdin).Parts;
        Assert.Contains(password, parts);
        Assert.All(parts.OfType<Text>(), text => Assert.DoesNotContain(Scripts.Password, text.Content));
        Assert.DoesNotContain("password", script.Create + script.Delete);
    }

    [Fact]
    public void No_golden_file_holds_a_password() =>
        Assert.All(
            Directory.EnumerateFiles(Golden.Folder),
            file => Assert.DoesNotContain(Scripts.Password, File.ReadAllText(file))
        );

    [Fact]
    public void Command_lines_are_constant()
    {
        var (dev, prod) = (RouterScripts.Change(Designs.Dev, "a"), RouterScripts.Change(Designs.Prod, "a"));
        Assert.Equal("sg vyattacfg -c 'vbash -s -- apply'", dev.Create);
        Assert.Equal("sg vyattacfg -c 'vbash -s -- remove'", dev.Delete);
        Assert.Equal("bash -s -- apply", prod.Create);
        Assert.Equal("bash -s -- remove", prod.Delete);
        var confirmation = RouterScripts.Confirm(Designs.Prod, "a", "digest");
        Assert.Equal(("bash -s -- confirm", null), (confirmation.Create, confirmation.Delete));
    }

    [Fact]
    public void Another_digest_makes_another_confirmation() =>
        Assert.NotEqual(
            RouterScripts.Confirm(Designs.Prod, "a", "one").Stdin,
            RouterScripts.Confirm(Designs.Prod, "a", "two").Stdin
        );

    [SkippableFact]
    public void Shellcheck_finds_nothing_in_any_part()
    {
        RequireShellcheck();
        string[] folders = [Path.Combine("infra", "Routers"), Path.Combine("rehearsal", "Gateways")];
        string[] parts =
        [
            .. folders.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.sh", SearchOption.AllDirectories)
            ),
        ];

        var outcome = Shell.Run("", "shellcheck", parts);

        Assert.True(outcome.Status == 0, outcome.All);
    }

    [SkippableFact]
    public void Shellcheck_finds_nothing_in_the_stand_in_for_VyOS()
    {
        RequireShellcheck();
        string[] parts = [.. Directory.EnumerateFiles(VyosHost.StandIn, "*.sh")];

        var outcome = Shell.Run("", "shellcheck", [.. parts, Path.Combine(VyosHost.StandIn, "script-template")]);

        Assert.True(outcome.Status == 0, outcome.All);
    }

    [SkippableTheory]
    [MemberData(nameof(Stacks))]
    public void Shellcheck_finds_no_fault_in_the_whole(string stack)
    {
        RequireShellcheck();
        var script = Scripts.Plain(RouterScripts.Change(Of(stack), "pw").Stdin);

        var outcome = Shell.Run(script, "shellcheck", "-s", "bash", "-S", "warning", "-");

        Assert.True(outcome.Status == 0, outcome.All);
    }

    private static void RequireShellcheck() =>
        Repository.Require(Shell.Has("shellcheck"), "shellcheck (apt-get install shellcheck)");

    private static RouterDesign Of(string stack) => stack == "dev" ? Designs.Dev : Designs.Prod;
}
