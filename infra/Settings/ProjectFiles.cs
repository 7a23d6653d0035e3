using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BgpLb.Settings.Reading;
using YamlDotNet.Core;

namespace BgpLb.Settings;

/// <summary>The files of a Pulumi project: Pulumi.yaml and one Pulumi.STACK.yaml per stack.</summary>
internal sealed class ProjectFiles
{
    private const string ProjectFile = "Pulumi.yaml";

    /// <summary>Beside Pulumi.yaml the engine reads no file that ends so, and does not say it.</summary>
    private const string UnreadEnding = ".yml";

    private readonly MapNode? _defaults;

    private ProjectFiles(string folder, string project, MapNode? defaults)
    {
        Folder = folder;
        Project = project;
        _defaults = defaults;
    }

    /// <summary>Where they are, as an absolute path.</summary>
    public string Folder { get; }

    public string Project { get; }

    /// <summary>The stacks that have a file, in order of their names; also those whose file has the wrong ending.</summary>
    public ImmutableArray<string> Stacks =>
        [.. StacksIn(".yaml").Union(StacksIn(UnreadEnding)).Order(StringComparer.Ordinal)];

    /// <summary>Looks for the project file in a folder and in those above it.</summary>
    public static (ProjectFiles? Files, ImmutableArray<Problem> Problems) Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, ProjectFile)))
            {
                return Open(at.FullName);
            }

            var unread = Path.ChangeExtension(ProjectFile, UnreadEnding);
            if (File.Exists(Path.Combine(at.FullName, unread)))
            {
                return (null, [new(unread, $"a project file of this name in {at.FullName}", ProjectFile)]);
            }
        }

        return (null, [new(ProjectFile, "no such file", $"a project file in {folder} or above")]);
    }

    public static string FileOf(string stack) => $"Pulumi.{stack}.yaml";

    /// <summary>The stack's configuration with the project's namespace taken off its keys, or what is wrong.</summary>
    public (MapNode? Config, ImmutableArray<Problem> Problems) ReadStack(string stack)
    {
        var file = FileOf(stack);
        var path = Path.Combine(Folder, file);
        var unread = Path.ChangeExtension(file, UnreadEnding);
        if (File.Exists(Path.Combine(Folder, unread)))
        {
            return (null, [new(unread, "a file that Pulumi does not read", $"{file}, and no other beside it")]);
        }

        if (!File.Exists(path))
        {
            return (null, [new(file, "no such file", Spelling.Suggest(stack, Stacks))]);
        }

        if (!TryRead(path, out var root, out var problem))
        {
            return (null, [problem]);
        }

        if (ConfigOf(root) is not { } config)
        {
            return (null, [new("config", "something else", $"an object with keys such as {Project}:cluster")]);
        }

        if (config.Entries.FirstOrDefault(entry => !entry.Key.Contains(':', StringComparison.Ordinal)) is { } bare)
        {
            return (null, [new($"config.{bare.Key}", "a key without namespace", $"{Project}:{bare.Key}", bare.Line)]);
        }

        var entries = StackConfig.Own(config, Project);
        return (StackConfig.WithDefaults(entries, _defaults, Project), []);
    }

    private IEnumerable<string> StacksIn(string ending) =>
        Directory
            .EnumerateFiles(Folder, $"Pulumi.*{ending}")
            .Select(path => Path.GetFileName(path)["Pulumi.".Length..^ending.Length]);

    private static (ProjectFiles? Files, ImmutableArray<Problem> Problems) Open(string folder)
    {
        if (!TryRead(Path.Combine(folder, ProjectFile), out var root, out var problem))
        {
            return (null, [problem]);
        }

        return root is MapNode map && map["name"] is ScalarNode { Content: var name }
            ? (new(folder, name, map["config"] as MapNode), [])
            : (null, [new($"{ProjectFile}: name", "nothing", "the project's name")]);
    }

    /// <summary>What stands under "config"; nothing there counts as an empty object, anything else is null.</summary>
    private static MapNode? ConfigOf(Node? root) =>
        root switch
        {
            null or ScalarNode { IsNull: true } => new([], 1),
            MapNode map => map["config"] is { } config ? config as MapNode : new([], 1),
            _ => null,
        };

    private static bool TryRead(string path, out Node? root, [NotNullWhen(false)] out Problem? problem)
    {
        (root, problem) = (null, null);
        try
        {
            using var reader = File.OpenText(path);
            root = YamlNodes.Read(reader);
            return true;
        }
        catch (YamlException wrong)
        {
            problem = new(Path.GetFileName(path), $"no valid YAML ({wrong.Message})", "YAML", (int)wrong.Start.Line);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = new(Path.GetFileName(path), "a file that cannot be read", "a file that you may read");
        }

        return false;
    }
}
