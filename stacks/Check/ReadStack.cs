using System.Collections.Immutable;
using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Stacks.Check;

/// <summary>A stack as its file has it.</summary>
/// <param name="File">The file's absolute path.</param>
/// <param name="Planned">Null where there are problems.</param>
/// <param name="View">What the rules see of it; null where there are problems.</param>
internal sealed record ReadStack(
    string Name,
    string File,
    PlannedStack? Planned,
    StackView? View,
    ImmutableArray<Problem> Problems
)
{
    /// <param name="planned">A stack that comes from these files.</param>
    public static ReadStack Of(ProjectFiles files, PlannedStack planned) =>
        new(planned.Design.Stack, FileOf(files, planned.Design.Stack), planned, PlannedResources.Of(planned.Graph), []);

    public static ReadStack Of(ProjectFiles files, string name)
    {
        var (planned, problems) = PlannedStack.Of(SettingsReading.FromFiles(files.Folder, name));
        return planned is not null
            ? Of(files, planned)
            : new(name, FileOf(files, name), Planned: null, View: null, problems);
    }

    private static string FileOf(ProjectFiles files, string name) =>
        Path.Combine(files.Folder, ProjectFiles.FileOf(name));
}
