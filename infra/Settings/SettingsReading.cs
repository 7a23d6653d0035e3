using System.Collections.Immutable;
using BgpLb.Settings.Checks;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The settings of a stack, or all that is wrong with them.</summary>
/// <param name="Settings">Null where there are problems.</param>
/// <param name="File">The stack file's name, for messages; null under the engine.</param>
public sealed record SettingsReading(
    string Project,
    string Stack,
    StackSettings? Settings,
    ImmutableArray<Problem> Problems,
    string? File
)
{
    /// <summary>Where a path stands in the file, for problems that are found later; 0 where unknown.</summary>
    internal Func<string, int> LineOf { get; private init; } = _ => 0;

    /// <summary>Reads a stack from its file and its project's, without the engine and without clear secrets.</summary>
    /// <param name="folder">A folder of the project; Pulumi.yaml is in it or above.</param>
    public static SettingsReading FromFiles(string folder, string stack)
    {
        var (files, missing) = ProjectFiles.Find(folder);
        if (files is null)
        {
            return new("", stack, Settings: null, missing, File: null);
        }

        var (config, problems) = files.ReadStack(stack);
        return config is null
            ? new(files.Project, stack, Settings: null, problems, ProjectFiles.FileOf(stack))
            : Read(files.Project, stack, config, files, isLive: false);
    }

    /// <summary>Reads a stack from the engine's configuration.</summary>
    /// <param name="config">As in PULUMI_CONFIG: texts by <c>project:key</c>, objects and lists as JSON.</param>
    /// <param name="secretKeys">As in PULUMI_CONFIG_SECRET_KEYS.</param>
    /// <param name="folder">Where the project's files may be, for a look at its other stacks.</param>
    public static SettingsReading FromEngine(
        string project,
        string stack,
        IReadOnlyDictionary<string, string> config,
        IReadOnlySet<string> secretKeys,
        string folder
    ) =>
        Read(
            project,
            stack,
            EngineConfig.ToNode(project, config, secretKeys),
            ProjectFiles.Find(folder).Files,
            isLive: true
        );

    /// <summary>The shapes of all settings, for schema and reference.</summary>
    internal static ImmutableArray<FieldShape> Shapes => Section.ShapesOf(StackSettings.Read);

    private static SettingsReading Read(string project, string stack, MapNode config, ProjectFiles? files, bool isLive)
    {
        var problems = new Problems();
        CheckName("project", project, problems);
        CheckName("stack", stack, problems);
        var settings = ReadTyped(config, problems);
        NetworkChecks.Check(settings, problems);
        VipSubnetChecks.Check(settings, problems);
        AddressChecks.Check(settings, problems);
        PoolChecks.Check(settings, problems);
        NodeChecks.Check(settings, problems);
        NodeAddressChecks.Check(settings, problems);
        SessionChecks.Check(settings, problems);
        RouterChecks.Check(settings, problems);
        CiliumChecks.Check(settings, problems);
        NameChecks.Check(settings, problems);
        ServiceChecks.Check(settings, problems);
        SecretChecks.Check(settings, problems, isLive);
        foreach (var other in files?.Stacks.Where(name => name != stack) ?? [])
        {
            var wrong = new Problems();
            if (files!.ReadStack(other).Config is { } theirs)
            {
                NeighbourChecks.Check(settings, other, ReadTyped(theirs, wrong), wrong, problems);
            }
        }

        return new(
            project,
            stack,
            problems.All.Count == 0 ? settings : null,
            [.. problems.All.OrderBy(problem => problem.Line)],
            isLive ? null : ProjectFiles.FileOf(stack)
        )
        {
            LineOf = problems.LineOf,
        };
    }

    private static void CheckName(string what, string name, Problems problems)
    {
        if (!Kinds.Name.Read(name).IsValid)
        {
            problems.Add(what, $"\"{name}\"", $"{Kinds.Name.Shape.Allowed}: it becomes part of names on the routers");
        }
    }

    private static StackSettings ReadTyped(MapNode config, Problems problems)
    {
        var section = new Section(config, "", problems);
        var settings = StackSettings.Read(section);
        section.RefuseUnknown();
        return settings;
    }
}
