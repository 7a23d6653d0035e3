using BgpLb.Policies.Rules;
using BgpLb.Settings.Reading;

namespace BgpLb.Policies.Reference;

/// <summary>The documentation of the rules: a page for each, and an index.</summary>
internal static class RulePages
{
    private const string Made = "<!-- Made from policies/Rules; UPDATE_GOLDENS=1 ./test writes it anew. -->\n";

    /// <summary>The pages by their file names, the index <c>README.md</c> among them.</summary>
    public static IEnumerable<(string File, string Text)> All =>
        AllRules.All.Select(rule => ($"{rule.Name}.md", PageOf(rule))).Prepend(("README.md", Index()));

    private static string PageOf(Rule rule) =>
        $"""
            {Made}# {rule.Name}
            {rule.Demand}

            **Why.** {rule.Why}

            **Remedy.** {rule.Remedy}

            Wrong:
            ```
            {rule.Wrong}
            ```
            Right:
            ```
            {rule.Right}
            ```
            Severity {Kinds.Written(rule.Severity)}; {Kinds.Written(rule.Enforcement)} unless said otherwise:
            ```yaml
            bgplb:policies: {"{"} {rule.Name}: advisory {"}"} # or mandatory, or disabled
            ```

            """;

    private static string Index()
    {
        var page = new System.Text.StringBuilder(
            $"""
            {Made}# Policies
            The rules that `bgplb check`, `bgplb plan` and `pulumi preview --policy-pack policies` apply.

            """
        );
        foreach (var group in AllRules.Groups)
        {
            page.Append("\n## ")
                .Append(group.Title)
                .Append("\n| Rule | Demand | Unless said otherwise |\n|---|---|---|\n");
            foreach (var rule in group.Rules)
            {
                page.Append("| [")
                    .Append(rule.Name)
                    .Append("](")
                    .Append(rule.Name)
                    .Append(".md) | ")
                    .Append(rule.Demand)
                    .Append(" | ")
                    .Append(Kinds.Written(rule.Enforcement))
                    .Append(" |\n");
            }
        }

        return page.ToString();
    }
}
