using BgpLb.Rehearsal.Scenarios;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Rehearsal.Scenarios;

public sealed class ScenarioFileTests
{
    [Fact]
    public void A_scenario_is_read_whole()
    {
        var scenario = Good(
            """
            title: A node dies
            group: Faults
            set: default
            needs: { nodes: 2 }
            do:
              - cut: 1
              - rogue: { announce: foreign, password: wrong }
            loss: { within: nodeDies, lasts: 7 }
            then:
              - unharmed:
              - stands: { within: 40 }
            """
        );

        Assert.Equal(("A node dies", "Faults", true), (scenario.Title, scenario.Group, scenario.IsDefault));
        Assert.Equal(new("nodes", 2), Assert.Single(scenario.Needs));
        Assert.Equal(["cut", "rogue"], scenario.Do.Select(step => step.What));
        Assert.Equal(1, scenario.Do[0].Argument.Number);
        Assert.Equal("wrong", scenario.Do[1].Argument["password"]);
        Assert.Equal("", scenario.Do[1].Argument["asn"]);
        Assert.Equal(new("nodeDies", 0, 7), scenario.Loss);
        Assert.Equal(["unharmed", "stands"], scenario.Then.Select(step => step.What));
    }

    [Fact]
    public void What_is_left_out_has_a_meaning()
    {
        var scenario = Good("title: Mine\nthen: [stands: ]");

        Assert.Equal("Own scenarios", scenario.Group);
        Assert.False(scenario.IsDefault);
        Assert.Null(scenario.Loss);
    }

    [Fact]
    public void A_limit_may_be_a_number_of_milliseconds() =>
        Assert.Equal(new(null, 250, 0), Good("title: Mine\nloss: { within: 250 }").Loss);

    [Theory]
    [InlineData(
        "title: Mine\ndo:\n  - kut: 1\nthen: [stands: ]",
        "do[0]: found \"kut\"; allowed: \"cut\" is the nearest known one",
        3
    )]
    [InlineData(
        "title: Mine\nthen:\n  - stand:",
        "then[0]: found \"stand\"; allowed: \"stands\" is the nearest known one",
        3
    )]
    [InlineData("title: Mine\nthen: [stands: ]\nwhen: now", "when: found an unknown key", 3)]
    [InlineData("title: Mine", "then: found nothing; allowed: what must hold", 1)]
    [InlineData("then: [stands: ]", "title: found nothing; allowed: a text", 1)]
    [InlineData("title: Mine\nloss: { within: nodedies }", "loss.within: found \"nodedies\"", 2)]
    [InlineData("title: Mine\nset: some\nthen: [stands: ]", "set: found \"some\"; allowed: all or default", 2)]
    [InlineData("title: Mine\nneeds: { nodes: two }\nthen: [stands: ]", "needs.nodes: found \"two\"", 2)]
    [InlineData("title: [", "", 0)]
    [InlineData("just a text", "found no object", 0)]
    public void What_is_wrong_is_said_with_its_line(string text, string says, int line)
    {
        var (scenario, problems) = ScenarioFile.Read("mine", new StringReader(text));

        Assert.Null(scenario);
        Assert.Contains(
            problems,
            problem =>
                problem.ToString().Contains(says, StringComparison.Ordinal) && (line == 0 || problem.Line == line)
        );
    }

    [Fact]
    public void Those_that_come_along_are_right_and_each_has_a_file_of_its_own_name()
    {
        using var folder = new StackFolder();

        var (scenarios, problems) = ScenarioSet.Read(folder.Path);

        Assert.Empty(problems);
        Assert.True(scenarios.Count > 30);
        Assert.Equal("converge", scenarios[0].Name);
        Assert.InRange(scenarios.Count(scenario => scenario.IsDefault), 8, 12);
    }

    [Fact]
    public void Those_of_the_project_come_last_and_may_take_the_place_of_one_of_ours()
    {
        using var folder = new StackFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "scenarios"));
        File.WriteAllText(Path.Combine(folder.Path, "scenarios", "mine.yaml"), "title: Mine\nthen: [stands: ]");
        File.WriteAllText(Path.Combine(folder.Path, "scenarios", "node-dies.yaml"), "title: Other\nthen: [stands: ]");
        File.WriteAllText(Path.Combine(folder.Path, "scenarios", "bad.yaml"), "then: 1");

        var (scenarios, problems) = ScenarioSet.Read(folder.Path);

        Assert.Contains(scenarios.TakeLast(2), scenario => scenario.Name == "mine");
        Assert.Equal("Other", Assert.Single(scenarios, scenario => scenario.Name == "node-dies").Title);
        Assert.All(problems, problem => Assert.EndsWith("bad.yaml", problem.File));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void Those_in_folders_below_and_with_the_short_ending_are_read_as_well()
    {
        using var folder = new StackFolder();
        Write(folder, "scenarios/nightly/long/mine.yaml", "title: Mine\nthen: [stands: ]");
        Write(folder, "scenarios/short.yml", "title: Short\nthen: [stands: ]");
        Write(folder, "scenarios/.mine.yaml", "what an editor left");
        Write(folder, "scenarios/README.md", "no scenario");

        var (scenarios, problems) = ScenarioSet.Read(folder.Path);

        Assert.Empty(problems);
        Assert.Equal(
            ["mine", "short"],
            scenarios.Where(scenario => scenario.Group == "Own scenarios").Select(scenario => scenario.Name)
        );
    }

    [Theory]
    [InlineData("scenarios/a/mine.yaml", "scenarios/b/mine.yaml")]
    [InlineData("scenarios/mine.yaml", "scenarios/mine.yml")]
    public void Of_two_with_one_name_none_is_passed_over(string one, string other)
    {
        using var folder = new StackFolder();
        Write(folder, one, "title: Mine\nthen: [stands: ]");
        Write(folder, other, "title: Mine too\nthen: [stands: ]");

        var (file, problem) = Assert.Single(ScenarioSet.Read(folder.Path).Problems);

        Assert.Equal(Path.Combine(folder.Path, one), file);
        Assert.Equal(
            $"its name: found \"mine\", which is also the name of {Path.Combine(folder.Path, other)}; "
                + "allowed: a name of its own for each scenario, whatever its folder and ending",
            $"{problem}"
        );
    }

    private static void Write(StackFolder folder, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, Path.GetDirectoryName(name)!));
        folder.Write(name, text);
    }

    private static Scenario Good(string text)
    {
        var (scenario, problems) = ScenarioFile.Read("mine", new StringReader(text));
        Assert.Equal([], problems.Select(problem => $"{problem}"));
        return scenario!;
    }
}
