using System.CommandLine;
using BgpLb.Routers.Unifi;

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

    /// <summary>Those for people.</summary>
    private static string VerbsOf(Command root) =>
        string.Join(", ", root.Subcommands.Where(verb => verb.Name != UnifiRun.Verb).Select(verb => verb.Name));
}
