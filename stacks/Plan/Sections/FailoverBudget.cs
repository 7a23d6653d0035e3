using BgpLb.Design;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>How long traffic may be lost, per fault.</summary>
internal static class FailoverBudget
{
    public static void Write(Page page, LoadBalancerDesign design)
    {
        page.Heading("Failover budget");
        var table = new Table("FAULT", "PROMISED", "WORST CASE", "BECAUSE");
        foreach (var line in design.Budget)
        {
            table.Add(Words.Of(line.Fault), Seconds(line.Promise), Seconds(line.WorstCase), line.Because);
        }

        page.Table(table);
    }

    private static string Seconds(TimeSpan? time) => time is { } span ? $"{span.TotalSeconds} s" : "nothing";
}
