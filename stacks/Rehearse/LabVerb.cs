using System.CommandLine;
using BgpLb.Engine;
using BgpLb.Rehearsal;

namespace BgpLb.Stacks.Rehearse;

/// <summary><c>bgplb lab STACK</c>: the lab with nothing applied, to be used by hand.</summary>
internal static class LabVerb
{
    public static Command Create(Surroundings here, Option<string> project)
    {
        var stack = Arguments.Stack();
        var speakers = LabOptions.Speakers();
        var install = LabOptions.Install();
        var verb = new Command("lab", "Bring up the lab of a stack with nothing applied, and hold it until Ctrl-C.")
        {
            stack,
            speakers,
            install,
        };
        verb.SetAction(parsed =>
        {
            var planned = PlannedStack.Read(here, parsed.GetValue(project), parsed.GetValue(stack)!);
            if (planned is null)
            {
                return ExitStatus.Wrong;
            }

            return LabOptions.IsLacking(here, parsed.GetValue(install), parsed.GetValue(speakers), out var kind)
                ? ExitStatus.Lacking
                : Hold(here, planned, kind);
        });
        return verb;
    }

    private static int Hold(Surroundings here, PlannedStack planned, SpeakerKind speakers)
    {
        using var interruption = new Interruption();
        try
        {
            using var lab = Laboratory.Open(planned.Reading!, speakers);
            foreach (var line in lab.Directions)
            {
                here.Output.WriteLine(line);
            }

            here.Flush();
            interruption.Token.WaitHandle.WaitOne();
            return ExitStatus.Done;
        }
        catch (RehearsalException failure)
        {
            here.Error.WriteLine(failure.Message);
            return ExitStatus.Failed;
        }
    }
}
