using BgpLb.Settings;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>The scenarios that come along, and those of the user.</summary>
internal static class ScenarioSet
{
    /// <summary>The project's folder of its own scenarios, a file each, in folders below it too.</summary>
    public const string Folder = "scenarios";

    private const string Prefix = "Scenario/";
    private const string Ending = ".yaml";

    private static readonly string[] Endings = [Ending, ".yml"];

    /// <summary>Everything but what is hidden, as editors hide their copies.</summary>
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        // A link may lead back up.
        MaxRecursionDepth = 16,
        AttributesToSkip = FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

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
        var users = Users(project);
        foreach (var same in users.GroupBy(one => one.Name).Where(same => same.Count() > 1))
        {
            string[] files = [.. same.Select(one => one.File)];
            problems.Add(
                (
                    files[0],
                    new(
                        "its name",
                        $"\"{same.Key}\", which is also the name of {string.Join(" and ", files[1..])}",
                        "a name of its own for each scenario, whatever its folder and ending"
                    )
                )
            );
        }

        foreach (var (name, file, open) in Own().Concat(users))
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

    private static (string Name, string File, Func<TextReader> Open)[] Users(string project)
    {
        var folder = Path.Combine(project, Folder);
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", Below)
                    .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                    .Order(StringComparer.Ordinal)
                    .Select(file =>
                        (Path.GetFileNameWithoutExtension(file), file, new Func<TextReader>(() => File.OpenText(file)))
                    ),
            ]
            : [];
    }
}
