using System.Globalization;
using System.Text.RegularExpressions;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>A router that nobody can reach any more has to go back by itself.</summary>
internal static partial class RevertTimer
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "revert-timer",
            Demand = "A change of a router over SSH goes back by itself where nobody confirms it in time.",
            Why =
                "A mistake may cut off the way to the router: then only the router itself can undo it. A timer that the script never reads undoes nothing.",
            Remedy =
                "Set routers[].revertAfter to the seconds that the sessions may take, and leave the script as the program makes it.",
            Wrong = "revertAfter: 300 # and the script never looks at it",
            Right = "revertAfter: 300 # and the script: deadline = now + REVERT_AFTER",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        Property? unknown = null;
        foreach (var router in RouterParts.Of(stack))
        {
            var commands = router.Commands.Where(command => command.Type is Commands.Remote).ToArray();
            if (commands.Length == 0)
            {
                // Over an API nothing on the router can watch.
                continue;
            }

            var after = router.Change["revertAfter"];
            if (after.Number is not > 0)
            {
                yield return new(
                    after,
                    $"The change of {router.Change.Name} over SSH has no time after which the router goes back: revertAfter is {after.Shown}."
                );
                continue;
            }

            var all = commands.Concat(router.Confirmations.SelectMany(one => one.Commands));
            foreach (var stdin in all.Select(command => command["stdin"]))
            {
                if (stdin.IsUnknown())
                {
                    unknown = stdin;
                }
                else if (Wrong(stdin.Text ?? "", after.Number.Value) is { } wrong)
                {
                    yield return new(stdin, $"The script of {stdin.Resource.Name} {wrong}.");
                }
            }
        }

        _ = unknown?.Text;
    }

    /// <summary>What is wrong with a script, of which nothing but the timer is quoted: it holds the password.</summary>
    private static string? Wrong(string script, double after)
    {
        var set = Assignment().Match(script);
        if (!set.Success)
        {
            return "has no revert timer: nothing sets REVERT_AFTER";
        }

        var seconds = double.Parse(set.Groups["seconds"].Value, CultureInfo.InvariantCulture);
        var wanted = Math.Ceiling(after);
        return seconds != wanted
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"goes back after {seconds} s, where revertAfter says {wanted} s"
                )
            : !script.Split('\n').Any(IsUse) ? "sets REVERT_AFTER and never uses it: the router would not go back"
            : null;
    }

    /// <summary>A line that reckons with it; one that only tells people of it makes no timer.</summary>
    private static bool IsUse(string line) =>
        line.Contains("REVERT_AFTER", StringComparison.Ordinal)
        && !line.Contains("REVERT_AFTER=", StringComparison.Ordinal)
        && (line.Contains("((", StringComparison.Ordinal) || !Telling().IsMatch(line));

    [GeneratedRegex(
        "^REVERT_AFTER='(?<seconds>[0-9]{1,6})'$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^\s*(#|say\b|echo\b|printf\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telling();
}
