using System.CommandLine;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Render;

/// <summary><c>bgplb render STACK --out DIR</c>: the same objects as files.</summary>
internal static class RenderVerb
{
    public static Command Create(Surroundings here, Option<string> project)
    {
        var stack = Arguments.Stack();
        var target = new Option<string>("--out")
        {
            Description = "The folder to write to. Files there that are not the command's own stay as they are.",
            HelpName = "DIR",
            Required = true,
        };
        var verb = new Command(
            "render",
            "Write a stack as files for GitOps: Helm values, objects, router configuration."
        )
        {
            stack,
            target,
        };
        verb.SetAction(parsed =>
            PlannedStack.Read(here, parsed.GetValue(project), parsed.GetValue(stack)!) is { } planned
                ? Render(here, planned, here.Resolve(parsed.GetValue(target)!))
                : ExitStatus.Wrong
        );
        return verb;
    }

    private static int Render(Surroundings here, PlannedStack planned, string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                here.Error.WriteLine($"--out: {above} is a file.");
                return ExitStatus.Wrong;
            }
        }

        try
        {
            return Write(here, planned, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            here.Error.WriteLine($"--out: {exception.Message}");
            return ExitStatus.Failed;
        }
    }

    private static int Write(Surroundings here, PlannedStack planned, string folder)
    {
        var stack = planned.Design.Stack;
        var output = new OutputFolder(folder);
        var files = Rendering.Of(planned);
        string[] refusals = [.. output.Refusals(stack, files)];
        if (refusals.Length > 0)
        {
            Array.ForEach(refusals, here.Error.WriteLine);
            here.Error.WriteLine("Nothing was written.");
            return ExitStatus.Wrong;
        }

        var page = new Page(here.Width, here.HasColour);
        page.Heading($"Stack {stack} in {folder}");
        var table = new Table("FILE", "OUTCOME");
        foreach (var (path, outcome) in output.Write(stack, files))
        {
            table.Add(path, outcome);
        }

        page.Table(table);
        here.Output.Write(page);
        return ExitStatus.Done;
    }
}
