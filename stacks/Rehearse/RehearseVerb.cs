using System.CommandLine;
using BgpLb.Engine;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Reports;
using BgpLb.Settings;

namespace BgpLb.Stacks.Rehearse;

/// <summary><c>bgplb rehearse STACK</c>: both ends on this machine, with real routing daemons.</summary>
internal static class RehearseVerb
{
    public static Command Create(Surroundings here, Option<string> project)
    {
        var stack = Arguments.Stack();
        var all = new Option<bool>("--all")
        {
            Description = "Every scenario, not only what to wait for before an update.",
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these scenarios, by their names; may be repeated.",
            HelpName = "SCENARIO",
        };
        var nodes = Number("--nodes", "So many nodes in place of the stack's: time to converge and to fail over.");
        var vips = Number("--vips", "So many load-balancer addresses.");
        var speakers = LabOptions.Speakers();
        var install = LabOptions.Install();
        var page = new Option<string>("--report")
        {
            Description = "Also write the findings as one HTML page, with topology and timelines.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "The findings as JSON, for programs." };
        var verb = new Command("rehearse", "Run a stack on real routing daemons here, and see how it fails.")
        {
            stack,
            all,
            only,
            nodes,
            vips,
            speakers,
            install,
            page,
            json,
        };
        verb.SetAction(parsed =>
            PlannedStack.Read(here, parsed.GetValue(project), parsed.GetValue(stack)!) is { } planned
                ? Run(here, planned, ProjectOf(here.Resolve(parsed.GetValue(project) ?? ".")), parsed)
                : ExitStatus.Wrong
        );
        return verb;
    }

    /// <summary>The project's folder is where its file is, which may be above.</summary>
    private static string ProjectOf(string folder) => ProjectFiles.Find(folder).Files?.Folder ?? folder;

    private static int Run(Surroundings here, PlannedStack planned, string project, ParseResult parsed)
    {
        var options = Selection.Of(
            project,
            new() { Nodes = parsed.GetValue<int?>("--nodes"), Vips = parsed.GetValue<int?>("--vips") },
            parsed.GetValue<bool>("--all"),
            parsed.GetValue<string[]>("--only") ?? [],
            out var problems
        );
        foreach (var problem in problems)
        {
            here.Error.WriteLine(problem);
        }

        var file = parsed.GetValue<string>("--report") is { } path ? here.Resolve(path) : null;
        var folder = Path.GetDirectoryName(file);
        if (folder is not null && !Directory.Exists(folder))
        {
            here.Error.WriteLine($"--report: there is no folder {folder}.");
            return ExitStatus.Wrong;
        }

        return options is null ? ExitStatus.Wrong
            : LabOptions.IsLacking(
                here,
                parsed.GetValue<bool>("--install"),
                parsed.GetValue<SpeakerKind?>("--speakers"),
                out var speakers
            )
                ? ExitStatus.Lacking
            : Run(here, planned, options with { Speakers = speakers }, parsed.GetValue<bool>("--json"), file);
    }

    private static Option<int?> Number(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 1 or > 5000)
            {
                result.AddError($"{name} {token.Value}: 1 to 5000 is allowed.");
            }
        });
        return option;
    }

    private static int Run(Surroundings here, PlannedStack planned, RehearsalOptions options, bool json, string? file)
    {
        using var interruption = new Interruption();
        RehearsalReport report;
        try
        {
            report = Rehearsals.Run(planned.Reading!, options, here.Error.WriteLine, interruption.Token);
        }
        catch (RehearsalException failure)
        {
            here.Error.WriteLine(failure.Message);
            return ExitStatus.Failed;
        }
        catch (OperationCanceledException)
        {
            here.Error.WriteLine("Interrupted; everything that was made is gone again.");
            return ExitStatus.Interrupted;
        }

        here.Output.Write(json ? ReportJson.Of(report) : ReportText.Of(report, here.Width, here.HasColour));
        try
        {
            if (file is not null)
            {
                File.WriteAllText(file, HtmlReport.Of(report));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            here.Error.WriteLine($"--report: {failure.Message}");
            return ExitStatus.Failed;
        }

        return report.Passed ? ExitStatus.Done : ExitStatus.Failed;
    }
}
