using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("plan", "dev")]
    [InlineData("plan", "dev", "--json")]
    [InlineData("plan", "dev", "--mermaid")]
    [InlineData("render", "dev", "--out", "../out")]
    public async Task All_problems_come_at_once_with_their_lines_and_nothing_else_happens(params string[] args)
    {
        using var project = new Project()
            .With("dev", "asn: 64513", "asn: 7000000000")
            .With("dev", "dialect: vyos", "dialekt: vyos")
            .With("dev", "holdTime: 9", "holdTime: 2");
        Assert.Equal(
            """
            Pulumi.dev.yaml:7   cluster.asn
              found:    "7000000000"
              allowed:  an AS number from 1 to 4294967294, neither 23456 nor 65535

            Pulumi.dev.yaml:34  routers[0].dialect
              found:    nothing
              allowed:  one of vyos, frr, unifi

            Pulumi.dev.yaml:35  routers[0].dialekt
              found:    an unknown key
              allowed:  "dialect" is the nearest known one

            Pulumi.dev.yaml:46  bgp.holdTime
              found:    "2"
              allowed:  a whole number from 3 to 65535

            4 problems; nothing was done.

            """,
            (await project.RunAsync(args)).Refused()
        );
        Assert.False(Directory.Exists(project.Out));
    }

    [Fact]
    public async Task A_promise_that_cannot_be_kept_is_a_problem()
    {
        using var project = new Project().With("prod", "nodeDies: 0.5", "nodeDies: 0.25");
        var error = (await project.RunAsync("plan", "prod")).Refused();
        Assert.Contains(
            "objectives.failover.nodeDies\n  found:    a promise of 0.25 s\n",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_that_is_not_there_names_the_nearest_one()
    {
        Assert.Equal(
            """
            Pulumi.prdo.yaml
              found:    no such file
              allowed:  "prod" is the nearest known one

            1 problem; nothing was done.

            """,
            (await Outcome.OfAsync(Repository.Root, "plan", "prdo")).Refused()
        );
    }

    [Fact]
    public async Task A_folder_without_a_project_is_a_problem()
    {
        using var project = new Project();
        Directory.CreateDirectory(project.Out);
        var error = (await Outcome.OfAsync(project.Out, "plan", "dev")).Refused();
        Assert.StartsWith("Pulumi.yaml\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_folder_that_is_not_there_is_a_problem_even_below_a_project()
    {
        var error = (await Outcome.OfAsync(Repository.Root, "plan", "dev", "--project", "nowhere")).Refused();
        Assert.StartsWith("--project: there is no folder ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_is_found_from_a_folder_below_it()
    {
        using var project = new Project();
        var below = Directory.CreateDirectory(Path.Combine(project.Folder, "docs", "runbooks")).FullName;
        (await Outcome.OfAsync(below, "plan", "dev")).Done();
        (await Outcome.OfAsync(Path.GetTempPath(), "plan", "dev", "--project", below)).Done();
    }
}
