using System.Collections.Immutable;
using BgpLb.Settings.Reading;
using YamlDotNet.Core;

namespace BgpLb.Settings;

/// <summary>The files of a Pulumi project: Pulumi.yaml and one Pulumi.STACK.yaml per stack.</summary>
internal sealed class ProjectFiles
{
    private const string ProjectFile = "Pulumi.yaml";

    private readonly string _folder;
    private readonly MapNode? _defaults;

    private ProjectFiles(string folder, string project, MapNode? defaults)
    {
        _folder = folder;
        Project = project;
        _defaults = defaults;
    }

    public string Project { get; }

    /// <summary>The stacks that have a file, in order of their names.</summary>
    public ImmutableArray<string> Stacks =>
        [
            .. Directory
                .EnumerateFiles(_folder, "Pulumi.*.yaml")
                .Select(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Looks for the project file in a folder and in those above it; null without one, or with a broken one.</summary>
    public static ProjectFiles? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, ProjectFile);
            if (File.Exists(path))
            {
                return ReadFile(path, out _) is MapNode map && map["name"] is ScalarNode { Content: var name }
                    ? new(at.FullName, name, map["config"] as MapNode)
                    : null;
            }
        }

        return null;
    }

    public static string FileOf(string stack) => $"Pulumi.{stack}.yaml";

    /// <summary>The stack's configuration with the project's namespace taken off its keys, or what is wrong.</summary>
    public (MapNode? Config, ImmutableArray<Problem> Problems) ReadStack(string stack)
    {
        var file = FileOf(stack);
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
        {
            return (null, [new(file, "no such file", Spelling.Suggest(stack, Stacks))]);
        }

        var root = ReadFile(path, out var error);
        if (error is not null)
        {
            return (null, [new(file, $"no valid YAML ({error.Message})", "YAML", (int)error.Start.Line)]);
        }

        var config = (root as MapNode)?["config"] as MapNode ?? new MapNode([], 1);
        var entries = StackConfig.Own(config, Project);
        return (StackConfig.WithDefaults(entries, _defaults, Project), []);
    }

    private static Node? ReadFile(string path, out YamlException? error)
    {
        error = null;
        try
        {
            using var reader = File.OpenText(path);
            return YamlNodes.Read(reader);
        }
        catch (YamlException exception)
        {
            error = exception;
            return null;
        }
    }
}
