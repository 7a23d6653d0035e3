using BgpLb.Rehearsal.Clusters.Cilium;
using BgpLb.Rehearsal.Scenarios;

namespace BgpLb.Rehearsal;

/// <summary>What of all that could be run is run.</summary>
public static class Selection
{
    /// <summary>Of a stack that is another size, only what its size may change is run.</summary>
    private static readonly string[] Scaled = ["speaker-killed", "node-dies"];

    /// <summary>The speakers that this machine has: Cilium's own where its programs are, else gobgpd.</summary>
    public static SpeakerKind Speakers => CiliumTools.Find() is null ? SpeakerKind.Gobgpd : SpeakerKind.Cilium;

    /// <summary>The options with their scenarios.</summary>
    /// <param name="project">The project's folder, with scenarios of its own perhaps.</param>
    /// <param name="all">Every scenario, not only the default set.</param>
    /// <param name="only">Only those with these names; empty for no such choice.</param>
    /// <param name="problems">What is wrong, a sentence each; then there are no options.</param>
    public static RehearsalOptions? Of(
        string project,
        RehearsalOptions options,
        bool all,
        IReadOnlyList<string> only,
        out IReadOnlyList<string> problems
    )
    {
        var (scenarios, wrong) = ScenarioSet.Read(project);
        string[] names = [.. scenarios.Select(scenario => scenario.Name)];
        problems =
        [
            .. wrong.Select(problem => $"{problem.File}:{problem.Problem.Line}: {problem.Problem}"),
            .. only.Where(name => !names.Contains(name))
                .Select(name => $"--only {name}: there is no such scenario; there are {string.Join(", ", names)}"),
        ];
        return problems.Count > 0
            ? null
            : options with
            {
                Scenarios =
                [
                    .. scenarios.Where(scenario =>
                        only.Count > 0 ? only.Contains(scenario.Name)
                        : options.IsScaled ? Scaled.Contains(scenario.Name)
                        : all || scenario.IsDefault
                    ),
                ],
            };
    }
}
