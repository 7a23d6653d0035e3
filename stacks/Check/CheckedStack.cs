using System.Collections.Immutable;
using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Stacks.Check;

/// <summary>What was found in a stack.</summary>
/// <param name="File">The absolute path of the file that it was read from.</param>
/// <param name="Findings">Those that stop an update first, then by their lines.</param>
/// <param name="Disabled">The rules that its settings switch off.</param>
internal sealed record CheckedStack(
    string Name,
    string File,
    ImmutableArray<PlacedFinding> Findings,
    ImmutableArray<Undecided> Undecided,
    ImmutableArray<string> Disabled
)
{
    /// <summary>The name under which problems in the settings are findings.</summary>
    public const string SettingsRule = "settings";

    /// <summary>The name under which the chart's refusals are findings.</summary>
    public const string ChartRule = "chart";

    /// <summary>Whether it could not be judged, because its settings are wrong.</summary>
    public bool IsWrong => Findings.Any(found => found.Finding.Rule == SettingsRule);

    /// <summary>Whether the rules were asked: not where the settings cannot be read.</summary>
    public bool IsAsked { get; private init; } = true;

    public bool Passed => !Findings.Any(found => found.Finding.IsMandatory);

    /// <summary>Judges a stack of files.</summary>
    /// <param name="before">What runs now; null where nobody knows.</param>
    public static CheckedStack Of(ReadStack stack, ImmutableArray<StackView> others, StackView? before = null)
    {
        if (stack is not { View: { } view, Planned.Reading: { Settings: { } settings } reading })
        {
            return Of(
                stack.Name,
                stack.File,
                stack.Problems.Select(problem => new PlacedFinding(OfProblem(problem), Math.Max(1, problem.Line))),
                [],
                Levels.Default
            ) with
            {
                IsAsked = false,
            };
        }

        var levels = new Levels(settings.Policies);
        var verdict = Judging.Judge(view with { Before = before, Others = others }, levels);
        var places = new SettingsPlace(settings, view);
        return Of(
            stack.Name,
            stack.File,
            [
                .. UnknownRules(settings).Select(problem => Place(OfProblem(problem), problem.Path)),
                .. verdict.Findings.Select(finding => Place(finding, places.Of(finding))),
            ],
            verdict.Undecided,
            levels
        );

        PlacedFinding Place(Finding finding, string path) => new(finding, Math.Max(1, reading.LineOf(path)), path);
    }

    /// <summary>Judges a stack that comes from a state: no line of a file leads to what was found.</summary>
    public static CheckedStack Of(StackView view, string file, Levels levels)
    {
        var verdict = Judging.Judge(view, levels);
        return Of(
            view.Name,
            file,
            verdict.Findings.Select(finding => new PlacedFinding(finding, 1)),
            verdict.Undecided,
            levels
        );
    }

    /// <summary>A stack with findings that are in no order yet.</summary>
    public static CheckedStack Of(
        string name,
        string file,
        IEnumerable<PlacedFinding> findings,
        ImmutableArray<Undecided> undecided,
        Levels levels
    ) =>
        new(
            name,
            file,
            [.. findings.OrderByDescending(found => found.Level).ThenBy(found => found.Line)],
            undecided,
            [.. AllRules.All.Where(rule => levels.Of(rule) == Enforcement.Disabled).Select(rule => rule.Name)]
        );

    /// <summary>Names in the setting <c>policies</c> that no rule has.</summary>
    private static IEnumerable<Problem> UnknownRules(StackSettings settings)
    {
        var names = AllRules.All.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        return from name in settings.Policies.Keys
            where !names.Contains(name)
            select new Problem($"policies.{name}", "no rule's name", Spelling.Suggest(name, names));
    }

    private static Finding OfProblem(Problem problem) =>
        new(
            SettingsRule,
            Severity.Error,
            problem.Path,
            $"{problem.Path}: found {problem.Found}.",
            $"Allowed: {problem.Allowed}."
        )
        {
            IsMandatory = true,
        };
}
