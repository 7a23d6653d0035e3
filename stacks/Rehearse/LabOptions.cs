using System.CommandLine;
using BgpLb.Rehearsal;

namespace BgpLb.Stacks.Rehearse;

/// <summary>What the verbs with a lab have in common.</summary>
internal static class LabOptions
{
    public static Option<SpeakerKind?> Speakers() =>
        new("--speakers")
        {
            Description =
                "What speaks for the nodes: cilium (its own control plane, from PATH or the folder BGPLB_TOOLS; "
                + "the default where it is found) or gobgpd.",
            HelpName = "cilium|gobgpd",
        };

    public static Option<bool> Install() => new("--install") { Description = "Install what is missing from Debian." };

    /// <summary>Whether this machine cannot have a lab; what it lacks has then been said.</summary>
    public static bool IsLacking(Surroundings here, bool install, SpeakerKind? wanted, out SpeakerKind speakers)
    {
        speakers = wanted ?? Selection.Speakers;
        try
        {
            if (install && Environment.IsPrivilegedProcess)
            {
                MissingPrograms.Install();
            }
        }
        catch (RehearsalException failure)
        {
            here.Error.WriteLine($"--install: {failure.Message}");
            return true;
        }

        if (Machine.Missing is { } missing)
        {
            here.Error.WriteLine($"This machine lacks {missing}. As root, --install fetches programs from Debian.");
            return true;
        }

        if (speakers == SpeakerKind.Cilium && Selection.Speakers != SpeakerKind.Cilium)
        {
            here.Error.WriteLine(
                "This machine lacks testcluster and cilium-bgp, on PATH or in the folder that BGPLB_TOOLS names. "
                    + "Without them: --speakers gobgpd."
            );
            return true;
        }

        return false;
    }
}
