using System.Diagnostics;
using BgpLb.Rehearsal.Clusters;
using BgpLb.Rehearsal.Clusters.Cilium;
using BgpLb.Rehearsal.Clusters.Gobgp;
using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Settings;

namespace BgpLb.Rehearsal;

/// <summary>Brings both ends of a stack to life, runs scenarios, and says what was found.</summary>
public static class Rehearsals
{
    /// <summary>Rehearses a stack; everything that it makes is gone when it returns.</summary>
    /// <param name="reading">Settings without problems.</param>
    /// <param name="progress">Is told what happens, a line each.</param>
    /// <param name="interruption">Ends it: what there is is cleaned up.</param>
    /// <exception cref="RehearsalException">The lab does not come up; the message is for a person.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static RehearsalReport Run(
        SettingsReading reading,
        RehearsalOptions options,
        Action<string> progress,
        CancellationToken interruption
    )
    {
        var (began, watch) = (DateTimeOffset.Now, Stopwatch.StartNew());
        var settings = Scale.Of(reading.Settings!, options);
        Leftovers.CleanUp();
        progress("the lab");
        using var lab = new StackLab(
            reading.Project,
            reading.Stack,
            settings,
            Speakers(options.Speakers, settings),
            step => progress($"  {step}")
        );
        using var ending = interruption.Register(lab.Dispose);
        try
        {
            var report = Run(lab, options, progress, began, watch, interruption);
            // What lost its lab has failed for no other reason.
            interruption.ThrowIfCancellationRequested();
            return report;
        }
        catch (Exception) when (interruption.IsCancellationRequested)
        {
            throw new OperationCanceledException(interruption);
        }
    }

    private static RehearsalReport Run(
        StackLab lab,
        RehearsalOptions options,
        Action<string> progress,
        DateTimeOffset began,
        Stopwatch watch,
        CancellationToken interruption
    )
    {
        lab.AddServices(options.Vips);
        lab.Place.Mistake = options.Mistake;
        lab.Place.RevertAfter = Reverting.In(lab.Design);
        progress("the update");
        var update = lab.Update(lab.Settings);
        var results = new List<ScenarioResult> { FirstUpdate.Result(update) };
        if (options.IsScaled && update.Succeeded)
        {
            progress("the last address");
            results.Add(ScaleResult.Of(lab, began));
        }

        var performance = new Performance(lab);
        foreach (var scenario in update.Succeeded ? options.Scenarios : [])
        {
            interruption.ThrowIfCancellationRequested();
            progress(scenario.Title);
            results.Add(performance.Run(scenario));
        }

        return new(
            lab.Design.Project,
            lab.Design.Stack,
            lab.Cluster.Description,
            StandIns.Of(lab),
            Versions.Of(),
            Topologies.Of(lab),
            began,
            watch.Elapsed,
            results
        );
    }

    internal static ICluster Speakers(SpeakerKind kind, StackSettings settings)
    {
        string[] ranges = [.. settings.Cluster.ServiceCidrs.Select(range => $"{range}")];
        return kind == SpeakerKind.Cilium ? new CiliumCluster(CiliumTools.Find()!, ranges) : new GobgpCluster();
    }
}
