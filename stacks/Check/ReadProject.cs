using System.Collections.Immutable;
using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Stacks.Check;

/// <summary>The stacks of a project as their files have them.</summary>
/// <param name="Folder">The absolute path of the project's folder.</param>
/// <param name="All">Every stack with a file, and those that were named and have none.</param>
internal sealed record ReadProject(string Folder, ImmutableArray<ReadStack> All)
{
    /// <summary>Reads them, or says on standard error why it cannot and gives null.</summary>
    /// <param name="project">A folder of the project; null for the one where the user is.</param>
    /// <param name="named">The stacks that the user named.</param>
    public static ReadProject? Read(Surroundings here, string? project, IEnumerable<string> named)
    {
        if (here.FolderOf(project) is not { } folder)
        {
            return null;
        }

        var (files, problems) = ProjectFiles.Find(folder);
        if (files is null)
        {
            ProblemReport.Write(here.Error, file: null, problems);
            return null;
        }

        return Of(files, named);
    }

    public static ReadProject Of(ProjectFiles files, IEnumerable<string> named) =>
        new(files.Folder, [.. files.Stacks.Union(named).Select(name => ReadStack.Of(files, name))]);

    public ReadStack? this[string name] => All.FirstOrDefault(stack => stack.Name == name);

    /// <summary>What the rules see of the other stacks that can be read.</summary>
    public ImmutableArray<StackView> OthersThan(string name) =>
        [.. All.Where(stack => stack.Name != name).Select(stack => stack.View).OfType<StackView>()];
}
