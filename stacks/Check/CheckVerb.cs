using System.CommandLine;
using BgpLb.Stacks.Check.Reports;

namespace BgpLb.Stacks.Check;

/// <summary><c>bgplb check STACK…</c>: the policies, offline.</summary>
internal static class CheckVerb
{
    private static readonly Dictionary<string, CheckFormat> Formats = Enum.GetValues<CheckFormat>()
        .ToDictionary(format => format.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Command Create(Surroundings here, Option<string> project)
    {
        var stacks = new Argument<string[]>("STACK")
        {
            Description = "The stacks, by the names of their files; without any, all of the project.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = Format();
        var verb = new Command(
            "check",
            "Judge stacks by the policies, offline: exit status 1 where something stands against an update."
        )
        {
            stacks,
            format,
        };
        verb.SetAction(parsed =>
            Run(here, parsed.GetValue(project), parsed.GetValue(stacks)!, parsed.GetValue(format))
        );
        return verb;
    }

    private static Option<CheckFormat> Format()
    {
        var option = new Option<CheckFormat>("--format")
        {
            Description = "text for people, json for programs, github for annotations, or sarif, junit.",
            HelpName = "FORMAT",
            CustomParser = result =>
            {
                var word = result.Tokens[^1].Value;
                if (Formats.TryGetValue(word, out var format))
                {
                    return format;
                }

                result.AddError($"--format {word}: one of {string.Join(", ", Formats.Keys)}.");
                return default;
            },
        };
        return option;
    }

    private static int Run(Surroundings here, string? project, string[] named, CheckFormat format)
    {
        if (ReadProject.Read(here, project, named) is not { } read)
        {
            return ExitStatus.Wrong;
        }

        var chosen = named.Length == 0 ? read.All : [.. named.Distinct().Select(name => read[name]!)];
        if (chosen.IsEmpty)
        {
            here.Error.WriteLine($"There is no stack: no file Pulumi.STACK.yaml in {read.Folder}.");
            return ExitStatus.Wrong;
        }

        var report = new CheckReport(
            [.. chosen.Select(stack => CheckedStack.Of(stack, read.OthersThan(stack.Name)))],
            here.Folder,
            FilePaths.RepositoryOf(read.Folder)
        );
        here.Output.Write(TextOf(report, format, here.Width));
        return report.Status;
    }

    private static string TextOf(CheckReport report, CheckFormat format, int? width) =>
        format switch
        {
            CheckFormat.Json => JsonReport.Of(report),
            CheckFormat.GitHub => GitHubReport.Of(report),
            CheckFormat.Sarif => SarifReport.Of(report),
            CheckFormat.JUnit => JUnitReport.Of(report),
            _ => TextReport.Of(report, width),
        };
}
