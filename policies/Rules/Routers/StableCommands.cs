using System.Text.RegularExpressions;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>What a command makes under a name that it never finds again cannot be undone.</summary>
internal static partial class StableCommands
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "stable-commands",
            Demand = "No command names what it makes after the time or by chance.",
            Why = "Each run computes another name: the rollback looks for a backup that was never made.",
            Remedy = "Give backups and folders fixed names; to keep more than one, move the older one aside first.",
            Wrong =
                "create: cp config.boot /config/backup-$(date +%s)\ndelete: cp /config/backup-$(date +%s) config.boot",
            Right = "create: cp config.boot /config/backup\ndelete: cp /config/backup config.boot",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource) =>
        !resource.IsCommand()
            ? []
            : from part in resource.Texts()
            let source = Source(part.Text)
            where source is not null
            select new Violation(part.At, $"{resource.Name} names something by {source}, in its {part.At.Path}.");

    private static string? Source(string text) =>
        Time().IsMatch(text) ? "the time"
        : Chance().IsMatch(text) ? "chance"
        : text.Split('\n').Any(IsBackupByChance) ? "mktemp"
        : null;

    /// <summary>A temporary folder is for one run only; a backup is not.</summary>
    private static bool IsBackupByChance(string line) =>
        line.Contains("mktemp", StringComparison.Ordinal)
        && line.Contains("backup", StringComparison.OrdinalIgnoreCase);

    /// <summary>The time as part of a name or value. In a message, after a blank, it does no harm.</summary>
    [GeneratedRegex(@"[/=._-][""']?(\$\(|`)\s*(/bin/)?date\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\$\{?(S?RANDOM|EPOCHSECONDS|EPOCHREALTIME)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chance();
}
