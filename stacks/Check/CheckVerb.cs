using System.CommandLine;
using System.CommandLine.Parsing;

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
        var against = Text(
            "--against",
            "REV",
            "What the files change since a revision of Git: findings, resources, addresses; as text, json or markdown."
        );
        var state = Text(
            "--state",
            "FILE",
            "What pulumi stack export wrote: judged itself; or, beside a STACK, what runs now where its files change it."
        );
        var chart = Text(
            "--chart",
            "REPO|PATH",
            "Also render Cilium's chart with the stack's values, by the helm on PATH: from a folder, an archive or a repository."
        );
        var verb = new Command(
            "check",
            "Judge stacks by the policies, offline: exit status 1 where something stands against an update."
        )
        {
            stacks,
            format,
            against,
            state,
            chart,
        };
        verb.Validators.Add(parsed =>
        {
            var refusal = Refusal(
                FormatOf(parsed.GetValue(format)),
                parsed.GetValue(against) is not null,
                parsed.GetValue(state) is not null,
                parsed.GetValue(chart) is not null,
                parsed.GetValue(stacks)?.Length ?? 0
            );
            if (refusal is not null)
            {
                parsed.AddError(refusal);
            }
        });
        verb.SetAction(parsed =>
        {
            var options = new CheckOptions(
                parsed.GetValue(project),
                parsed.GetValue(stacks) ?? [],
                FormatOf(parsed.GetValue(format)),
                parsed.GetValue(chart)
            );
            return Run(here, options, parsed.GetValue(against), parsed.GetValue(state));
        });
        return verb;
    }

    private static int Run(Surroundings here, CheckOptions options, string? against, string? state) =>
        against is not null ? CheckRun.Against(here, options, against)
        : state is not null && options.Named.Length == 0 ? CheckRun.OfState(here, options, state)
        : CheckRun.OfFiles(here, options, state);

    private static string? Refusal(CheckFormat format, bool isAgainst, bool hasState, bool hasChart, int stacks) =>
        isAgainst && hasState ? "--against and --state both say what runs now: give one."
        : isAgainst && hasChart ? "--chart looks at the stacks as they are: leave --against out."
        : hasState && stacks > 1 ? "--state is of one stack: name that one, or none."
        : isAgainst && format is not (CheckFormat.Text or CheckFormat.Json or CheckFormat.Markdown)
            ? "--against is written as text, json or markdown."
        : !isAgainst && format == CheckFormat.Markdown ? "--format markdown is for --against."
        : null;

    private static Option<string> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

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
}
