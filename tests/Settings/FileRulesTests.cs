using BgpLb.Settings;

namespace BgpLb.Tests.Settings;

/// <summary>Files that are missing, broken, or written in YAML's less usual ways.</summary>
public sealed class FileRulesTests
{
    [Theory]
    [InlineData("deb", "\"dev\" is the nearest known one")]
    [InlineData("staging", "one of dev, prod")]
    public void A_missing_stack_file_is_named_with_those_that_are_there(string stack, string allowed)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);

        Assert.Equal(
            $"Pulumi.{stack}.yaml: found no such file; allowed: {allowed}",
            $"{Assert.Single(reading.Problems)}"
        );
    }

    [Fact]
    public void A_folder_without_project_is_refused()
    {
        var reading = SettingsReading.FromFiles(Path.GetTempPath(), "dev");

        Assert.StartsWith(
            "Pulumi.yaml: found no such file",
            $"{Assert.Single(reading.Problems)}",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stack_file_that_Pulumi_would_pass_over_is_named(bool hasRightOne)
    {
        using var folder = new StackFolder(hasRightOne ? [StackText.Dev] : []);
        folder.Write("Pulumi.dev.yml", StackText.Dev.Yaml);

        Assert.Equal("dev", Assert.Single(ProjectFiles.Find(folder.Path).Files!.Stacks));
        Assert.Equal(
            "Pulumi.dev.yml: found a file that Pulumi does not read; allowed: Pulumi.dev.yaml, and no other beside it",
            $"{Assert.Single(SettingsReading.FromFiles(folder.Path, "dev").Problems)}"
        );
    }

    [Fact]
    public void A_project_file_with_the_other_ending_is_named_and_not_one_further_up()
    {
        using var folder = new StackFolder(StackText.Dev);
        var below = Directory.CreateDirectory(Path.Combine(folder.Path, "below")).FullName;
        File.WriteAllText(Path.Combine(below, "Pulumi.yml"), StackFolder.Project);

        Assert.Equal(
            $"Pulumi.yml: found a project file of this name in {below}; allowed: Pulumi.yaml",
            $"{Assert.Single(SettingsReading.FromFiles(below, "dev").Problems)}"
        );
    }

    [Theory]
    [InlineData("runtime: dotnet\nname: *x", "Pulumi.yaml", 2)]
    [InlineData("runtime: dotnet", "Pulumi.yaml: name", 0)]
    public void A_broken_project_file_is_refused(string text, string path, int line)
    {
        using var folder = new StackFolder(StackText.Dev);
        folder.Write("Pulumi.yaml", text);

        var problem = Assert.Single(SettingsReading.FromFiles(folder.Path, "dev").Problems);
        Assert.Equal((path, line), (problem.Path, problem.Line));
    }

    [Theory]
    [InlineData("gateways: [10.10.40.1]", "gateways: [10.10.40.1")]
    [InlineData("count: 2", "count: \"2")]
    [InlineData("count: 2", "\tcount: 2")]
    [InlineData("count: 2", "count: *two")]
    [InlineData("count: 2", "count: 2\n        count: 2")]
    [InlineData("count: 2", "[a, b]: 2")]
    public void Broken_YAML_is_refused_with_its_line(string from, string to)
    {
        var stack = StackText.Dev.With(from, to);
        var problem = Assert.Single(stack.ProblemsBeside());

        Assert.Equal("Pulumi.dev.yaml", problem.Path);
        Assert.StartsWith("no valid YAML (", problem.Found, StringComparison.Ordinal);
        Assert.InRange(problem.Line, stack.LineOf(to) - 1, stack.Yaml.Split('\n').Length + 1);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused()
    {
        var stack = StackText.Dev.And("  bgplb:protect: true\n  bgplb:protect: false");

        Assert.Equal(
            "Pulumi.dev.yaml: found no valid YAML (The key \"bgplb:protect\" stands here twice); allowed: YAML",
            $"{Assert.Single(stack.ProblemsBeside())}"
        );
    }

    [Theory]
    [InlineData("config: 5")]
    [InlineData("- config")]
    [InlineData("config: []")]
    public void A_stack_file_has_an_object_under_config(string text) =>
        Assert.Equal(
            "config: found something else; allowed: an object with keys such as bgplb:cluster",
            $"{Assert.Single((StackText.Dev with { Yaml = text }).ProblemsBeside())}"
        );

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet")]
    [InlineData("config:")]
    [InlineData("encryptionsalt: v1:abc")]
    public void An_empty_stack_file_lacks_all_that_is_required(string text)
    {
        var paths = (StackText.Dev with { Yaml = text }).ProblemsBeside().Select(problem => problem.Path).ToArray();

        Assert.Equal(
            [
                "cluster.name",
                "cluster.asn",
                "cluster.podCidrs",
                "cluster.serviceCidrs",
                "cluster.nodeGroups",
                "cilium.version",
                "vipSubnets",
                "pools",
                "routers",
            ],
            paths
        );
    }

    [Fact]
    public void Anchors_aliases_and_merge_keys_are_followed() =>
        StackText
            .Dev.With("- name: blue\n", "- &group\n        name: blue\n")
            .With("        count: 2\n", "        <<: *group\n        count: 2\n")
            .With("podCidrs: [10.52.0.0/16]", "podCidrs: [&pods 10.52.0.0/16]")
            .And("  elsewhere:pods: *pods")
            .IsAccepted();

    [Fact]
    public void What_is_merged_in_is_read_as_if_it_stood_there() =>
        StackText
            .Dev.With("- name: blue\n", "- &group\n        name: blue\n        cuont: 4\n")
            .With("        count: 2\n", "        <<: [*group]\n        count: 2\n")
            .IsRefusedWith(
                "13 cluster.nodeGroups[0].cuont: found an unknown key; allowed: \"count\" is the nearest known one",
                "13 cluster.nodeGroups[1].cuont: found an unknown key; allowed: \"count\" is the nearest known one"
            );

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains(
            "64 levels",
            Assert.Single((StackText.Dev with { Yaml = new string('[', 100_000) }).ProblemsBeside()).Found,
            StringComparison.Ordinal
        );

    [Fact]
    public void Aliases_of_aliases_do_not_fill_the_memory()
    {
        var bomb = string.Concat(
            Enumerable
                .Range(1, 40)
                .Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n")
                .Prepend("a0: &a0 x\n")
        );

        var problem = Assert.Single((StackText.Dev with { Yaml = bomb }).ProblemsBeside());
        Assert.Contains("100000 values", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_reported_at_once_in_the_order_of_the_file() =>
        StackText
            .Dev.With("asn: 64513", "asn: none")
            .With("subnets: [10.10.40.0/24]", "subnets: [10.10.40.0/24, 10.10.41.7/24]")
            .With("10.10.50.200-10.10.50.219", "10.10.60.200-10.10.60.219")
            .With("dialect: vyos", "dialect: junos")
            .With("holdTime: 9", "holdTime: 1")
            .With("linkLost: 0.5", "linkLost: soon")
            .IsRefusedWith(
                "7 cluster.asn: found \"none\"; allowed: an AS number from 1 to 4294967294, neither 23456 nor 65535",
                "18 cluster.nodeGroups[1].subnets[1]: found \"10.10.41.7/24\"; "
                    + "allowed: a network without host bits: 10.10.41.0/24",
                "32 pools[1].addresses[0]: found 10.10.60.200-10.10.60.219; allowed: addresses within 10.10.50.0/24",
                "35 routers[0].dialect: found \"junos\"; allowed: one of vyos, frr, unifi",
                "46 bgp.holdTime: found \"1\"; allowed: a whole number from 3 to 65535",
                "55 objectives.failover.linkLost: found \"soon\"; allowed: seconds from 0 to 3600, such as 10 or 0.5"
            );

    [Theory]
    [InlineData("Dev")]
    [InlineData("dev_2")]
    public void A_stack_s_name_fits_into_names_on_routers(string name)
    {
        var problem = Assert.Single(StackText.Dev.As(name).ProblemsBeside());

        Assert.Equal(
            $"stack: found \"{name}\"; allowed: a name of a–z, 0–9 and -, at most 40 characters, "
                + "beginning with a letter: it becomes part of names on the routers",
            $"{problem}"
        );
    }

    [Fact]
    public void A_project_s_name_fits_into_them_too()
    {
        using var folder = new StackFolder(StackText.Dev);
        folder.Write("Pulumi.yaml", "name: My.Project\n");

        Assert.Contains(
            SettingsReading.FromFiles(folder.Path, "dev").Problems,
            problem => problem.Path == "project" && problem.Found == "\"My.Project\""
        );
    }
}
