using System.Text.Json;
using BgpLb.Tests.Stacks.Check.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check;

[Trait("Needs", "Programs")]
public sealed class AgainstTests
{
    private const string WrongPolicy = "bgplb:policies: { host-kay: advisory }\n  bgplb:protect: true";

    [SkippableFact]
    public async Task What_did_not_change_is_no_change()
    {
        using var project = new GitProject();
        var text = (await project.Files.RunAsync("check", "--against", "HEAD")).Done();
        Assert.StartsWith("Stack dev against HEAD\n  Nothing changes.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n0 new findings, 0 fixed, 0 remaining\n", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_moved_pool_shows_its_addresses_and_resources()
    {
        using var project = new GitProject();
        project.Files.With("dev", "10.10.50.200-10.10.50.219", "10.10.50.210-10.10.50.239");
        var text = (await project.Files.RunAsync("check", "dev", "--against", "HEAD")).Done();
        Assert.Contains(
            "  pool dev-reserved: + 10.10.50.220-10.10.50.239, − 10.10.50.200-10.10.50.209; 20 → 30 addresses\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "  changed: CiliumLoadBalancerIPPool dev-reserved\n    spec.blocks[0].start: \"10.10.50.200\" → \"10.10.50.210\"\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("  changed: RouterChange gateway\n    configuration: ", text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task What_it_does_to_traffic_comes_first(string format)
    {
        using var project = new GitProject();
        project.Files.With("dev", "holdTime: 9", "holdTime: 12");
        var text = (await project.Files.RunAsync("check", "dev", "--against", "HEAD", "--format", format)).Done();
        Assert.Contains(
            "Other timers of CiliumBGPPeerConfig bgplb-ipv4: 5 nodes are without routes for about 7 s.",
            text,
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public async Task Findings_are_new_remaining_or_fixed()
    {
        using var project = new GitProject(files => files.With("prod", "bgplb:protect: true", WrongPolicy));
        project.Files.With("prod", "host-kay: advisory", "host-kay: advisory, pools-disjont: advisory");
        var run = await project.Files.RunAsync("check", "prod", "--against", "HEAD");
        Assert.Equal(2, run.Status);
        Assert.Contains("new: Pulumi.prod.yaml:66  error  settings\n  policies.pools-disjont: ", run.Output);
        Assert.Contains("remaining: Pulumi.prod.yaml:66  error  settings\n  policies.host-kay: ", run.Output);
        Assert.EndsWith("\n1 new finding, 0 fixed, 1 remaining\n", run.Output, StringComparison.Ordinal);

        project.Files.With("prod", "host-kay: advisory, pools-disjont: advisory", "host-key: advisory");
        var mended = (await project.Files.RunAsync("check", "prod", "--against", "HEAD")).Done();
        Assert.Contains(
            "fixed: Pulumi.prod.yaml:66  error  settings\n  policies.host-kay: ",
            mended,
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public async Task The_comment_has_everything_and_no_markup_of_others()
    {
        using var project = new GitProject();
        project
            .Files.With("dev", "10.10.50.200-10.10.50.219", "10.10.50.210-10.10.50.239")
            .With("prod", "bgplb:protect: true", "bgplb:policies: { \"a|b<i>@c\": advisory }\n  bgplb:protect: true");
        var run = await project.Files.RunAsync("check", "--against", "HEAD", "--format", "markdown");
        Assert.Equal(2, run.Status);
        Assert.StartsWith("## bgplb: 1 new finding, 0 fixed, 0 remaining\n**Something", run.Output);
        Assert.Contains(
            "| dev-reserved | 10.10.50.220-10.10.50.239 | 10.10.50.200-10.10.50.209 | 20 → 30 |\n",
            run.Output
        );
        Assert.Contains("policies.a\\|b&lt;i&gt;@\u200bc: found", run.Output, StringComparison.Ordinal);
        Assert.Contains("| files/Pulumi.prod.yaml:66 |", run.Output, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Resources: 6 changed</summary>", run.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_stack_may_be_new_or_gone()
    {
        using var project = new GitProject(files => File.Delete(Path.Combine(files.Folder, "Pulumi.dev.yaml")));
        File.Delete(project.FileOf("prod"));
        File.Copy(Path.Combine(Repository.Root, "Pulumi.dev.yaml"), project.FileOf("dev"));
        var root = JsonDocument
            .Parse((await project.Files.RunAsync("check", "--against", "HEAD", "--format", "json")).Done())
            .RootElement;
        var stacks = root.GetProperty("stacks");
        Assert.Equal("The stack is new.", stacks[0].GetProperty("note").GetString());
        Assert.All(Changes(stacks[0]), change => Assert.Equal("added", change));
        Assert.StartsWith("The stack is gone", stacks[1].GetProperty("note").GetString());
        Assert.All(Changes(stacks[1]), change => Assert.Equal("removed", change));
        Assert.True(root.GetProperty("passed").GetBoolean());
    }

    [SkippableFact]
    public async Task What_an_older_version_wrote_and_this_one_cannot_read_is_said()
    {
        using var project = new GitProject(files => files.With("dev", "holdTime: 9", "holdTimer: 9"));
        File.Copy(Path.Combine(Repository.Root, "Pulumi.dev.yaml"), project.FileOf("dev"), overwrite: true);
        var text = (await project.Files.RunAsync("check", "dev", "--against", "HEAD")).Done();
        Assert.Contains("could not be read by this version: bgp.holdTimer: found an unknown key", text);
    }

    [SkippableFact]
    public async Task A_project_that_was_not_there_is_new_as_a_whole()
    {
        using var project = new GitProject(files => File.Delete(Path.Combine(files.Folder, "Pulumi.yaml")));
        File.Copy(Path.Combine(Repository.Root, "Pulumi.yaml"), Path.Combine(project.Files.Folder, "Pulumi.yaml"));
        var text = (await project.Files.RunAsync("check", "--against", "HEAD")).Done();
        Assert.Contains("Stack dev against HEAD\n  The stack is new.\n", text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("nowhere")]
    [InlineData("--output=x")]
    public async Task A_revision_that_is_none_is_wrong(string revision)
    {
        using var project = new GitProject();
        var error = (await project.Files.RunAsync("check", $"--against={revision}")).Refused();
        Assert.StartsWith($"--against {revision}: ", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_a_repository_nothing_can_be_compared()
    {
        using var project = new Project();
        var run = await project.RunAsync("check", "--against", "HEAD");
        Assert.Equal(3, run.Status);
        Assert.Equal($"--against: {project.Folder} is in no Git repository that can be read.\n", run.Error);
    }

    private static IEnumerable<string?> Changes(JsonElement stack) =>
        stack.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("change").GetString());
}
