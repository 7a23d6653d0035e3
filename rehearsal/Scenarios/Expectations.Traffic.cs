using BgpLb.Rehearsal.Reports;
using Stream = BgpLb.Rehearsal.Traffic.Stream;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>Where traffic goes.</summary>
internal static partial class Expectations
{
    /// <summary>So many that chance alone does not leave a node with half its share.</summary>
    private const int Flows = 240;

    /// <summary>Every address answers; those that all nodes serve are spread, no node more than so many times its share.</summary>
    private static Check Spread(Stage stage, StepArgument argument)
    {
        var most = double.Parse(argument.Text, System.Globalization.CultureInfo.InvariantCulture);
        var services = stage.Lab.Services.Services.Where(service => service.IsAnnounced).ToArray();
        using var stream = new Stream(
            stage.Lab.Routers[0].Client.Namespace,
            services.SelectMany(service => service.Addresses),
            Math.Max(20, Flows / services.Length),
            TimeSpan.FromMilliseconds(100)
        );
        Thread.Sleep(TimeSpan.FromSeconds(1));
        var record = stream.Record();
        string[] dead = [.. record.Flows.Where(flow => flow.Nodes.Count == 0).Select(flow => flow.Vip).Distinct()];
        var shared = services.Where(service => !service.IsLocal).SelectMany(service => service.Addresses);
        var byNode = record
            .Flows.Where(flow => shared.Any(address => $"{address}" == flow.Vip))
            .SelectMany(flow => flow.Nodes)
            .CountBy(node => node)
            .ToDictionary();
        int[] counts =
        [
            .. stage
                .Lab.Nodes.Where(node => !stage.Absent.Contains(node.Name))
                .Select(node => byNode.GetValueOrDefault(node.Number)),
        ];
        var ways = Math.Min(counts.Length, stage.Lab.Routers[0].Settings.MaximumPaths);
        var isEven = counts.Count(count => count > 0) >= ways && counts.Max() <= most * counts.Sum() / ways;
        return new(
            "traffic",
            $"every address answers, no node has more than {most:0.#} times its share",
            dead.Length > 0
                ? $"no answer from {string.Join(", ", dead)}"
                : $"all {services.Length} Services answer; flows per node: {string.Join(", ", counts)}",
            dead.Length == 0 && isEven
        );
    }
}
