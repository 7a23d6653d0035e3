using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Settings;
using BgpLb.Stacks.Check.Against;
using BgpLb.Stacks.Check.Chart;
using BgpLb.Stacks.Check.Reports;
using BgpLb.Stacks.Check.State;

namespace BgpLb.Stacks.Check;

/// <summary>What the user asked of a check.</summary>
/// <param name="Named">The stacks; none for all.</param>
/// <param name="Chart">Where the chart is: a folder, an archive or a repository; null where it is not to be rendered.</param>
internal sealed record CheckOptions(string? Project, string[] Named, CheckFormat Format, string? Chart);

/// <summary>The ways to check. Each gives the exit status, as in <see cref="ExitStatus"/>.</summary>
internal static class CheckRun
{
    /// <summary>The stacks as their files have them.</summary>
    /// <param name="state">An exported state: what runs now in the one stack that is named.</param>
    public static int OfFiles(Surroundings here, CheckOptions options, string? state)
    {
        StackView? before = null;
        if (
            ReadProject.Read(here, options.Project, options.Named) is not { } read
            || (state is not null && (before = Read(here, state)) is null)
        )
        {
            return ExitStatus.Wrong;
        }

        if (before is not null && before.Name != options.Named[0])
        {
            here.Error.WriteLine($"--state: {state} is of stack {before.Name}, not {options.Named[0]}.");
            return ExitStatus.Wrong;
        }

        ReadStack[] chosen =
            options.Named.Length == 0 ? [.. read.All] : [.. options.Named.Distinct().Select(name => read[name]!)];
        if (chosen.Length == 0)
        {
            here.Error.WriteLine($"There is no stack: no file Pulumi.STACK.yaml in {read.Folder}.");
            return ExitStatus.Wrong;
        }

        CheckedStack[] judged =
        [
            .. chosen.Select(stack => CheckedStack.Of(stack, read.OthersThan(stack.Name), before)),
        ];
        return Write(here, options, read.Folder, judged, chosen);
    }

    /// <summary>What an exported state says that runs.</summary>
    public static int OfState(Surroundings here, CheckOptions options, string state)
    {
        if (Read(here, state) is not { } view)
        {
            return ExitStatus.Wrong;
        }

        // The project's files are welcome and not needed: they have the stack's levels, and its neighbours.
        var folder = here.Resolve(options.Project ?? ".");
        var levels = Levels.Default;
        if (Directory.Exists(folder) && ProjectFiles.Find(folder).Files is { } files && files.Project == view.Project)
        {
            var read = ReadProject.Of(files, []);
            view = view with { Others = read.OthersThan(view.Name) };
            levels = read[view.Name]?.Planned?.Reading?.Settings is { } settings ? new(settings.Policies) : levels;
            folder = files.Folder;
        }

        var file = here.Resolve(state);
        return Write(
            here,
            options,
            folder,
            [CheckedStack.Of(view, file, levels)],
            [new(view.Name, file, Planned: null, view, [])]
        );
    }

    /// <summary>What the files change since a revision of Git.</summary>
    public static int Against(Surroundings here, CheckOptions options, string revision)
    {
        if (ReadProject.Read(here, options.Project, options.Named) is not { } read)
        {
            return ExitStatus.Wrong;
        }

        var (taken, status) = GitRevision.Open(here, read.Folder, revision);
        if (taken is null)
        {
            return status;
        }

        using (taken)
        {
            var old = taken.Files is { } files ? ReadProject.Of(files, []) : new ReadProject(read.Folder, []);
            var report = AgainstReport.Of(revision, read, old, options.Named, here);
            here.Output.Write(
                options.Format switch
                {
                    CheckFormat.Json => AgainstJson.Of(report),
                    CheckFormat.Markdown => AgainstMarkdown.Of(report),
                    _ => AgainstText.Of(report, here.Width),
                }
            );
            return report.Now.Status;
        }
    }

    private static StackView? Read(Surroundings here, string state)
    {
        var (view, error) = StateFile.Read(here.Resolve(state));
        if (view is null)
        {
            here.Error.WriteLine($"--state {state}: {error}.");
        }

        return view;
    }

    private static int Write(
        Surroundings here,
        CheckOptions options,
        string folder,
        CheckedStack[] judged,
        ReadStack[] stacks
    )
    {
        var isLacking = false;
        if (options.Chart is { } chart)
        {
            for (var i = 0; i < judged.Length; i++)
            {
                judged[i] = ChartCheck.Add(here, judged[i], stacks[i], chart, ref isLacking);
            }
        }

        var report = new CheckReport([.. judged], here.Folder, FilePaths.RepositoryOf(folder));
        here.Output.Write(
            options.Format switch
            {
                CheckFormat.Json => JsonReport.Of(report),
                CheckFormat.GitHub => GitHubReport.Of(report),
                CheckFormat.Sarif => SarifReport.Of(report),
                CheckFormat.JUnit => JUnitReport.Of(report),
                _ => TextReport.Of(report, here.Width),
            }
        );
        // What was found counts for more than what could not be looked at.
        return report.Status != ExitStatus.Done || !isLacking ? report.Status : ExitStatus.Lacking;
    }
}
