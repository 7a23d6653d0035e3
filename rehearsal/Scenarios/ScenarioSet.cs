using BgpLb.Settings;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>The scenarios that come along, and those of the user.</summary>
internal static class ScenarioSet
{
    /// <summary>The project's folder of its own scenarios, a file each.</summary>
    public const string Folder = "scenarios";

    private const string Prefix = "Scenario/";
    private const string Ending = ".yaml";

    private static readonly string[] Groups =
    [
        "Converge",
        "Faults",
        "Mistaken nodes",
        "Mistakes in the cluster",
        "Changes",
        "Bad changes",
    ];

    /// <summary>All scenarios in the order in which they run, and what is wrong with files of the user.</summary>
    /// <param name="project">The folder of the project.</param>
    public static (IReadOnlyList<Scenario> Scenarios, IReadOnlyList<(string File, Problem Problem)> Problems) Read(
        string project
    )
    {
        var scenarios = new List<Scenario>();
        var problems = new List<(string, Problem)>();
        foreach (var (name, file, open) in Own().Concat(Users(project)))
        {
            using var text = open();
            var (scenario, wrong) = ScenarioFile.Read(name, text);
            problems.AddRange(wrong.Select(problem => (file, problem)));
            if (scenario is not null)
            {
                // One of the user's takes the place of ours with its name.
                scenarios.RemoveAll(other => other.Name == name);
                scenarios.Add(scenario);
            }
        }

        return ([.. scenarios.OrderBy(Rank)], problems);
    }

    private static int Rank(Scenario scenario) =>
        Array.IndexOf(Groups, scenario.Group) is >= 0 and var at ? at : Groups.Length;

    private static IEnumerable<(string Name, string File, Func<TextReader> Open)> Own() =>
        from resource in typeof(ScenarioSet).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        let name = resource[Prefix.Length..^Ending.Length]
        select (
            name,
            resource,
            new Func<TextReader>(() =>
                new StreamReader(typeof(ScenarioSet).Assembly.GetManifestResourceStream(resource)!)
            )
        );

    private static IEnumerable<(string Name, string File, Func<TextReader> Open)> Users(string project)
    {
        var folder = Path.Combine(project, Folder);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, $"*{Ending}")
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    (Path.GetFileNameWithoutExtension(file), file, new Func<TextReader>(() => File.OpenText(file)))
                )
            : [];
    }
}
