using System.Text;
using BgpLb.Policies;

namespace BgpLb.Stacks.Check.Reports;

/// <summary>Workflow commands: GitHub makes annotations of them, at their lines.</summary>
internal static class GitHubReport
{
    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        foreach (var stack in report.Stacks)
        {
            var file = Property(report.FileInRepository(stack));
            foreach (var found in stack.Findings)
            {
                var finding = found.Finding;
                text.Append("::")
                    .Append(Command(found.Level))
                    .Append($" file={file},line={found.Line},title={Property($"{stack.Name}: {finding.Rule}")}::")
                    .Append(Message($"{finding.Message}\n{finding.Remedy}\n{found.Page}"))
                    .Append('\n');
            }
        }

        return text.Append(Totals.Of(report)).ToString();
    }

    private static string Command(Severity level) =>
        level switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
