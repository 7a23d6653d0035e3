using BgpLb.Policies.Reference;
using BgpLb.Policies.Rules;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Policies;

public sealed class RulePageTests
{
    private static string Folder => Path.Combine(Repository.Root, "docs", "policies");

    [Fact]
    public void Each_rule_has_its_page()
    {
        Assert.All(RulePages.All, page => MadeFile.AssertMade($"docs/policies/{page.File}", page.Text));
        Assert.Equal(
            RulePages.All.Select(page => page.File).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Names_are_unique_and_plain()
    {
        Assert.Equal(AllRules.All.Length, AllRules.All.Select(rule => rule.Name).Distinct().Count());
        Assert.All(AllRules.All, rule => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", rule.Name));
        Assert.DoesNotContain(AllRules.All, rule => rule.Name == "all");
    }

    [Fact]
    public void Each_rule_judges_resources_or_stacks_not_both() =>
        Assert.All(AllRules.All, rule => Assert.True(rule.Each is null != rule.Whole is null, rule.Name));

    [Fact]
    public void Each_rule_has_tests()
    {
        // A rule without an example that violates it has never been seen to work.
        var tests = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Policies"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );
        Assert.All(AllRules.All, rule => Assert.Contains($"\"{rule.Name}\"", tests, StringComparison.Ordinal));
    }
}
