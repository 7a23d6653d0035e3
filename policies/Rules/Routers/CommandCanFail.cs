using System.Text.RegularExpressions;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>A command that always succeeds says nothing.</summary>
internal static partial class CommandCanFail
{
    private static readonly string[] Endings = ["|| true", "|| :", "|| exit 0", "; true", "; :", "; exit 0"];
    private static readonly string[] LastLines = ["true", ":", "exit 0"];

    public static Rule Rule { get; } =
        new()
        {
            Name = "command-can-fail",
            Demand = "A command that fails ends with a failure.",
            Why =
                "The engine goes by the exit status alone: an error that is only printed lets everything after it go ahead.",
            Remedy =
                "Let the command end with the status of what it did; where one step may fail, say so at that step.",
            Wrong = "create: check-sessions || true",
            Right = "create: check-sessions",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource) =>
        !resource.IsCommand()
            ? []
            : from part in resource.Texts()
            let hidden = Hidden(part.Text)
            where hidden is not null
            select new Violation(part.At, $"{resource.Name} succeeds whatever happens: its {part.At.Path} {hidden}.");

    private static string? Hidden(string text)
    {
        var last = text.Split('\n')
            .Select(line => line.Trim())
            .LastOrDefault(line => line.Length > 0 && line[0] != '#');
        if (last is null)
        {
            return null;
        }

        // What ends a block or a quoted command ends with it.
        var plain = Spaces().Replace(last.TrimEnd(' ', ';', '}', ')', '\'', '"'), "");
        var ending =
            Endings.FirstOrDefault(one => plain.EndsWith(Spaces().Replace(one, ""), StringComparison.Ordinal))
            ?? LastLines.FirstOrDefault(one => plain == Spaces().Replace(one, ""));
        return ending is not null ? $"ends in \"{ending}\""
            : LastIndexOf(IgnoresFailures(), text) > LastIndexOf(HeedsFailures(), text) ? "has \"set +e\""
            : null;
    }

    private static int LastIndexOf(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Index).DefaultIfEmpty(-1).Last();

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\w-])set +\+[a-z]*e", RegexOptions.None, 1000)]
    private static partial Regex IgnoresFailures();

    [GeneratedRegex(@"(?<![\w-])set +-[a-z]*e", RegexOptions.None, 1000)]
    private static partial Regex HeedsFailures();
}
