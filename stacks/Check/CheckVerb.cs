using System.CommandLine;
using BgpLb.Stacks.Check.Against;
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
        var against = new Option<string>("--against")
        {
            Description =
                "What the files change since a revision of Git: findings, resources, addresses; as text, json or markdown.",
            HelpName = "REV",
        };
        var verb = new Command(
            "check",
            "Judge stacks by the policies, offline: exit status 1 where something stands against an update."
        )
        {
            stacks,
            format,
            against,
        };
        verb.Validators.Add(parsed =>
        {
            var wanted = FormatOf(parsed.GetValue(format));
            var isText = wanted is CheckFormat.Text or CheckFormat.Json;
            if (
                parsed.GetValue(against) is null
                    ? wanted == CheckFormat.Markdown
                    : !isText && wanted != CheckFormat.Markdown
            )
            {
                parsed.AddError(
                    wanted == CheckFormat.Markdown
                        ? "--format markdown is for --against."
                        : "--against is written as text, json or markdown."
                );
            }
        });
        verb.SetAction(parsed =>
        {
            var named = parsed.GetValue(stacks)!;
            return ReadProject.Read(here, parsed.GetValue(project), named) is not { } read ? ExitStatus.Wrong
                : parsed.GetValue(against) is { } revision
                    ? Compare(here, read, named, revision, FormatOf(parsed.GetValue(format)))
                : Judge(here, read, named, FormatOf(parsed.GetValue(format)));
        });
        return verb;
    }

    private static Option<string> Format()
    {
        var option = new Option<string>("--format")
        {
            Description = "text for people, json for programs, github for annotations, or sarif, junit.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [.., var word] && !Formats.ContainsKey(word.Value))
            {
                result.AddError($"--format {word.Value}: one of {string.Join(", ", Formats.Keys)}.");
            }
        });
        return option;
    }

    private static CheckFormat FormatOf(string? word) => Formats.GetValueOrDefault(word ?? "text");

    private static int Judge(Surroundings here, ReadProject read, string[] named, CheckFormat format)
    {
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

    private static int Compare(Surroundings here, ReadProject read, string[] named, string revision, CheckFormat format)
    {
        var (taken, status) = GitRevision.Open(here, read.Folder, revision);
        if (taken is null)
        {
            return status;
        }

        using (taken)
        {
            var old = taken.Files is { } files ? ReadProject.Of(files, []) : new ReadProject(read.Folder, []);
            var report = AgainstReport.Of(revision, read, old, named, here);
            here.Output.Write(
                format switch
                {
                    CheckFormat.Json => AgainstJson.Of(report),
                    CheckFormat.Markdown => AgainstMarkdown.Of(report),
                    _ => AgainstText.Of(report, here.Width),
                }
            );
            return report.Now.Status;
        }
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
