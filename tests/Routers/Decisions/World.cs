using System.Globalization;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Decisions;

/// <summary>What became of a change in the world of <c>world.sh</c>, which says what a row may hold.</summary>
/// <param name="Phase">confirmed, reverted, kept, failed; none where nothing was opened.</param>
/// <param name="Runs">What runs in the end: old, new, old+new, none; with part where the daemon took a part.</param>
/// <param name="Saved">What a reboot would bring.</param>
/// <param name="Sessions">How many sessions stand in the end.</param>
/// <param name="Rest">Everything that the world tells, as its words.</param>
internal sealed record Ending(
    string Phase,
    string Runs,
    string Saved,
    int Sessions,
    IReadOnlyDictionary<string, string> Rest
)
{
    public bool Has(string word) => Rest[word.Split('=')[0]] == word.Split('=')[1];

    public static Ending Of(string line)
    {
        var words = line.Split(' ')
            .Select(word => word.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new(
            words["phase"],
            words["runs"],
            words["saved"],
            int.Parse(words["sessions"], CultureInfo.InvariantCulture),
            words
        );
    }
}

/// <summary>Sends rows through the script's decisions.</summary>
internal static class World
{
    /// <summary>In the order of the rows. Each row is a change from its beginning to its end.</summary>
    public static IReadOnlyList<Ending> Run(IReadOnlyList<string> rows)
    {
        // Several at once, as most of it is one shell after the other.
        var parts = rows.Chunk((rows.Count / Environment.ProcessorCount) + 1).ToArray();
        var endings = new Ending[parts.Length][];
        Parallel.For(0, parts.Length, i => endings[i] = RunPart(parts[i]));
        return [.. endings.SelectMany(part => part)];
    }

    private static Ending[] RunPart(string[] rows)
    {
        var folder = Directory.CreateTempSubdirectory("bgplb-world-").FullName;
        try
        {
            var script = Path.Combine(folder, "script");
            File.WriteAllText(script, RouterScripts.Functions(Dialect.Frr));
            var world = Path.Combine(Repository.Root, "tests", "Routers", "Decisions", "world.sh");
            var outcome = Shell.Run(
                string.Concat(rows.Select(row => $"{row} end=\n")),
                ShellFunctions.Program,
                world,
                script,
                Path.Combine(folder, "world")
            );
            var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(lines.Length == rows.Length, $"{lines.Length} of {rows.Length} rows ended\n{outcome.All}");
            return [.. lines.Select(Ending.Of)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
