using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>A command that always succeeds says nothing.</summary>
internal static class CommandCanFail
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
        var plain = WithoutSpaces(last.TrimEnd(' ', ';', '}', ')', '\'', '"'));
        var ending =
            Endings.FirstOrDefault(one => plain.EndsWith(WithoutSpaces(one), StringComparison.Ordinal))
            ?? LastLines.FirstOrDefault(one => plain == WithoutSpaces(one));
        return ending is not null ? $"ends in \"{ending}\""
            : LastSet(text, '+') > LastSet(text, '-') ? "has \"set +e\""
            : null;
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Split((char[]?)null));

    /// <summary>Where a line like <c>set +e</c> or <c>set -ue</c> stands last; -1 for nowhere.</summary>
    /// <param name="sign">Plus or minus.</param>
    private static int LastSet(string text, char sign)
    {
        for (var at = LastBefore(text.Length); at >= 0; at = LastBefore(at))
        {
            var word = text.AsSpan(at + "set ".Length).TrimStart(' ');
            var isWord = at == 0 || (!char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('_' or '-'));
            if (isWord && word.Length > 0 && word[0] == sign && word[1..word.IndexOfEndOfLetters()].Contains('e'))
            {
                return at;
            }
        }

        return -1;

        int LastBefore(int end) => text.AsSpan(0, end).LastIndexOf("set ");
    }

    private static int IndexOfEndOfLetters(this ReadOnlySpan<char> word)
    {
        var end = 1;
        while (end < word.Length && char.IsAsciiLetterLower(word[end]))
        {
            end++;
        }

        return end;
    }
}
