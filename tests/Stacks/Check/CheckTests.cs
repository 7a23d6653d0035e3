using BgpLb.Tests.Stacks.Check.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check;

public sealed class CheckTests
{
    [Fact]
    public async Task The_shipped_stacks_pass_and_none_named_are_all() =>
        Assert.Equal(
            (await Outcome.OfAsync(Repository.Root, "check", "dev", "prod")).Done(),
            (await Outcome.OfAsync(Repository.Root, "check")).Done()
        );

    [Fact]
    public async Task Wrong_settings_are_findings_of_every_stack_at_once()
    {
        using var project = new Project()
            .With("dev", "holdTime: 9", "holdTime: 2")
            .With("prod", "dialect: unifi", "dialect: unify");
        var run = await project.RunAsync("check");
        Assert.Equal(2, run.Status);
        Assert.Equal("", run.Error);
        Assert.StartsWith(
            """
            Pulumi.dev.yaml:46  error  settings
              bgp.holdTime: found "2".
              Allowed: a whole number from 3 to 65535.
              docs/settings.md

            Pulumi.prod.yaml:40  error  settings
              routers[0].dialect: found "unify".
              Allowed: one of vyos, frr, unifi.
              docs/settings.md


            """,
            run.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith(": 2 errors\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_named_stacks_count()
    {
        using var project = new Project().With("dev", "holdTime: 9", "holdTime: 2");
        (await project.RunAsync("check", "prod")).Done();
    }

    [Fact]
    public async Task A_policy_that_no_rule_has_names_the_nearest_one()
    {
        using var project = new Project().With(
            "prod",
            "bgplb:protect: true",
            "bgplb:policies: { host-kay: advisory }\n  bgplb:protect: true"
        );
        var run = await project.RunAsync("check", "prod");
        Assert.Equal(2, run.Status);
        Assert.Contains(
            "Pulumi.prod.yaml:66  error  settings\n  policies.host-kay: found no rule's name.\n"
                + "  Allowed: \"host-key\" is the nearest known one.\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_without_a_file_is_a_finding()
    {
        var run = await Outcome.OfAsync(Repository.Root, "check", "prdo");
        Assert.Equal(2, run.Status);
        Assert.Contains("Allowed: \"prod\" is the nearest known one.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_below_the_project_names_files_from_there()
    {
        using var project = new Project().With("dev", "holdTime: 9", "holdTime: 2");
        var below = Directory.CreateDirectory(Path.Combine(project.Folder, "docs")).FullName;
        var text = await Outcome.OfAsync(below, "check");
        Assert.StartsWith("../Pulumi.dev.yaml:46  error", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_repositorys_host_gets_files_from_the_repositorys_root()
    {
        using var project = new Project().With("dev", "holdTime: 9", "holdTime: 2");
        Directory.CreateDirectory(Path.Combine(project.Folder, "..", ".git"));
        var run = await project.RunAsync("check", "--format", "github");
        Assert.StartsWith("::error file=files/Pulumi.dev.yaml,line=46,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_stacks_has_nothing_to_check()
    {
        using var project = new Project();
        foreach (var file in Directory.EnumerateFiles(project.Folder, "Pulumi.*.yaml"))
        {
            File.Delete(file);
        }

        Assert.StartsWith("There is no stack", (await project.RunAsync("check")).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_is_not_there_names_those_that_are() =>
        Assert.Contains(
            "--format xml: one of text, json, github, sarif, junit",
            (await Outcome.OfAsync(Repository.Root, "check", "--format", "xml")).Refused(),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_stops_an_update_is_an_error_and_comes_first()
    {
        Assert.False(Spoiled.Prod.Passed);
        Assert.Equal(1, Spoiled.Prod.Status);
        Assert.Equal(
            ["pools-disjoint 31", "host-key 48"],
            Spoiled.Prod.Stacks[0].Findings.Select(found => $"{found.Finding.Rule} {found.Line}")
        );
    }
}
