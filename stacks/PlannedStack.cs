using System.Collections.Immutable;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Policies;
using BgpLb.Settings;
using BgpLb.Stacks.Findings;

namespace BgpLb.Stacks;

/// <summary>A stack read, designed and built, without a look at anything but its files.</summary>
internal sealed record PlannedStack(LoadBalancerDesign Design, ResourceGraph Graph, ImmutableArray<Finding> Findings)
{
    /// <summary>What was read; null for one that does not come from files.</summary>
    public SettingsReading? Reading { get; private init; }

    /// <summary>How many policies could not be judged from the files alone.</summary>
    public int Undecided { get; init; }

    public static PlannedStack Of(LoadBalancerDesign design, SecretSettings secrets) =>
        new(design, StackGraph.Build(design, secrets), Notes.On(design, secrets));

    /// <summary>The stack that was read, or all that is wrong with it.</summary>
    public static (PlannedStack? Stack, ImmutableArray<Problem> Problems) Of(SettingsReading reading)
    {
        var (design, problems) = Designer.Design(reading);
        return design is null || reading.Settings is not { } settings
            ? (null, problems)
            : (Of(design, settings.Secrets) with { Reading = reading }, []);
    }

    /// <summary>The stack, or null when it has problems; these have then been written to standard error.</summary>
    /// <param name="project">A folder of the project; null for the one where the user is.</param>
    public static PlannedStack? Read(Surroundings here, string? project, string stack)
    {
        if (here.FolderOf(project) is not { } folder)
        {
            return null;
        }

        var reading = SettingsReading.FromFiles(folder, stack);
        var (planned, problems) = Of(reading);
        if (planned is null)
        {
            ProblemReport.Write(here.Error, reading.File, problems);
        }

        return planned;
    }
}
