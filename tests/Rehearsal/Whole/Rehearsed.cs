using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>The shipped stacks, rehearsed by the built command as a person does it: all at once, they do not meet.</summary>
public sealed class Rehearsed : IDisposable
{
    private readonly List<RehearseRun> _runs = [];

    public Rehearsed()
    {
        if (Machine.Missing is not null)
        {
            return;
        }

        Default = [Start("dev", "--speakers", "gobgpd"), Start("prod", "--speakers", "gobgpd")];
        if (Selection.Speakers == SpeakerKind.Cilium)
        {
            All = [Start("dev", "--all", "--speakers", "cilium"), Start("prod", "--all", "--speakers", "cilium")];
        }
    }

    /// <summary>The default set with gobgpd.</summary>
    internal RehearseRun[] Default { get; } = [];

    /// <summary>Every scenario with Cilium's own control plane.</summary>
    internal RehearseRun[] All { get; } = [];

    /// <summary>The end of all of them.</summary>
    internal Task AllEnd => Task.WhenAll(_runs.Select(run => run.EndAsync()));

    public void Dispose() => _runs.ForEach(run => run.Dispose());

    private RehearseRun Start(params string[] arguments)
    {
        var run = RehearseRun.Start(["rehearse", .. arguments, "--json"]);
        _runs.Add(run);
        return run;
    }
}
