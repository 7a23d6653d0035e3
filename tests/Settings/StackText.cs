using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Tests.Settings;

/// <summary>A stack file as text: a shipped one, and what a test changes in it.</summary>
/// <param name="Change">What was written last; a problem is expected on its first line.</param>
internal sealed record StackText(string Stack, string Yaml, string Change = "")
{
    public static StackText Dev { get; } = new("dev", MadeFile.Read("Pulumi.dev.yaml"));

    public static StackText Prod { get; } = new("prod", MadeFile.Read("Pulumi.prod.yaml"));

    /// <summary>What its router notices of a dead node is left to BGP, and so are the promises.</summary>
    public StackText WithoutProbing =>
        With("maximumPaths: 8", "maximumPaths: 8\n      neighbourProbing: false")
            .With("nodeDies: 0.5", "nodeDies: 10")
            .With("linkLost: 0.5", "linkLost: 10");

    /// <summary>Replaces a text that occurs once.</summary>
    public StackText With(string from, string to)
    {
        var parts = Yaml.Split(from);
        Assert.True(parts.Length == 2, $"\"{from}\" occurs {parts.Length - 1} times in {Stack}");
        return this with { Yaml = string.Concat(parts[0], to, parts[1]), Change = to };
    }

    /// <summary>Adds lines at the end, indented as they are given.</summary>
    public StackText And(string lines) => this with { Yaml = $"{Yaml}{lines}\n", Change = lines };

    public StackText As(string stack) => this with { Stack = stack };

    /// <summary>Reads it in a folder of its own, with other stacks beside it.</summary>
    public SettingsReading Read(params IEnumerable<StackText> others)
    {
        using var folder = new StackFolder([this, .. others]);
        return SettingsReading.FromFiles(folder.Path, Stack);
    }

    /// <summary>Settings and design are without problems.</summary>
    public LoadBalancerDesign IsAccepted(params IEnumerable<StackText> others)
    {
        var reading = Designer.Design(Read(others));
        Assert.Empty(reading.Problems.Select(problem => $"{problem}"));
        return Assert.IsType<LoadBalancerDesign>(reading.Design);
    }

    /// <summary>There is this one problem, and it stands on the line of the last change.</summary>
    public void IsRefused(string message, params IEnumerable<StackText> others)
    {
        var problem = Assert.Single(ProblemsBeside(others));
        Assert.Equal(message, $"{problem}");
        Assert.Equal(LineOf(Change), problem.Line);
    }

    /// <summary>There are these problems, in this order, each "LINE PATH: found …; allowed: …".</summary>
    public void IsRefusedWith(params string[] messages) =>
        Assert.Equal(
            string.Join('\n', messages),
            string.Join('\n', ProblemsBeside([]).Select(problem => $"{problem.Line} {problem}"))
        );

    public IReadOnlyList<Problem> ProblemsBeside(params IEnumerable<StackText> others)
    {
        var settings = Read(others);
        var reading = Designer.Design(settings);
        Assert.Equal(settings.Settings is null, !settings.Problems.IsEmpty);
        Assert.Null(reading.Design);
        return reading.Problems;
    }

    /// <summary>The line, from 1, on which a text begins.</summary>
    public int LineOf(string text)
    {
        var at = Yaml.IndexOf(text.TrimStart(), StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{text}\" is not in {Stack}");
        return Yaml[..at].Split('\n').Length;
    }
}
