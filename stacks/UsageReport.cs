using System.CommandLine;

namespace BgpLb.Stacks;

/// <summary>Says what is wrong with what was typed, on standard error.</summary>
internal static class UsageReport
{
    public static void Write(TextWriter to, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var isRoot = command is RootCommand;
        if (isRoot && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
        {
            to.WriteLine($"There is no verb \"{word}\". There are: {VerbsOf(command)}.");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                to.WriteLine(error.Message);
            }
        }

        to.WriteLine($"Help: {(isRoot ? "bgplb" : $"bgplb {command.Name}")} --help");
    }

    private static string VerbsOf(Command root) => string.Join(", ", root.Subcommands.Select(verb => verb.Name));
}
