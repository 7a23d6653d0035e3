using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Tests.Policies.Support;

/// <summary>The shipped stacks with other settings.</summary>
internal static class Changed
{
    /// <summary>What a shipped stack puts out.</summary>
    public static Graph.Fields Outputs(string name)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, name);
        return StackGraph.Build(Designer.Design(reading).Design!, reading.Settings!.Secrets).Outputs;
    }

    public static StackView Stack(string name, Func<StackSettings, StackSettings> change)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, name);
        var designed = Designer.Design(reading.Project, name, change(reading.Settings!));
        Assert.Empty(designed.Problems.Select(problem => $"{problem}"));
        return PlannedResources.Of(StackGraph.Build(designed.Design!, reading.Settings!.Secrets));
    }
}
