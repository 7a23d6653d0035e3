using System.Diagnostics;
using System.Text.Json.Nodes;
using BgpLb.Graph;

namespace BgpLb.Rehearsal.Execution;

/// <summary>
/// Executes graphs as Pulumi's engine does: resource by resource in the graph's own order, only what is new or has other
/// inputs, then the deletions of what has left the graph, the last made first.
/// </summary>
/// <param name="alter">Has the last word on a resource's inputs, by its type.</param>
internal sealed class GraphRun(IReadOnlyList<IProvider> providers, Func<string, JsonObject, JsonObject> alter)
{
    private readonly Dictionary<string, Made> _state = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>What has been made, in that order.</summary>
    public IEnumerable<Made> State => _order.Select(urn => _state[urn]);

    /// <summary>Makes the world what the graph says; stops at the first failure.</summary>
    /// <param name="progress">Is told of each step before it runs.</param>
    public Update Apply(ResourceGraph graph, Action<string> progress)
    {
        var steps = new List<UpdateStep>();
        var resources = graph.Resources.OfType<CustomResource>().ToArray();
        try
        {
            foreach (var resource in resources)
            {
                Make(resource, steps, progress);
            }

            var wanted = resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
            foreach (var urn in _order.Where(urn => !wanted.Contains(urn)).Reverse().ToArray())
            {
                Delete(urn, steps, progress);
            }

            return new(steps, Failure: null);
        }
        catch (RehearsalException failure)
        {
            return new(steps, failure.Message);
        }
    }

    private static string NameOf(string urn) =>
        urn.Split("::") is [.., var type, var name] ? $"{type.Split('$')[^1]} {name}" : urn;

    private void Make(CustomResource resource, List<UpdateStep> steps, Action<string> progress)
    {
        var inputs = alter(resource.Type, Resolution.Of(resource.Inputs, OutputOf));
        var before = _state.GetValueOrDefault(resource.Urn);
        var changes = before is null || !JsonNode.DeepEquals(before.Inputs, inputs);
        // Whatever is ignored now stays as it was: all or nothing, as the graph uses it.
        if (!changes || (before is not null && !resource.Options.IgnoreChanges.IsEmpty))
        {
            return;
        }

        var name = NameOf(resource.Urn);
        progress(name);
        var watch = Stopwatch.StartNew();
        JsonObject outputs;
        try
        {
            outputs = ProviderOf(resource.Type).Make(resource.Type, inputs, before);
        }
        catch (RehearsalException failure)
        {
            throw new RehearsalException($"{name}: {failure.Message}", failure);
        }

        _state[resource.Urn] = new(resource.Type, inputs, outputs);
        if (before is null)
        {
            _order.Add(resource.Urn);
        }

        steps.Add(new(name, before is null ? "made" : "updated", watch.Elapsed, $"{outputs["stdout"]}"));
    }

    private void Delete(string urn, List<UpdateStep> steps, Action<string> progress)
    {
        var name = NameOf(urn);
        progress($"deletes {name}");
        var (what, watch) = (_state[urn], Stopwatch.StartNew());
        ProviderOf(what.Type).Delete(what.Type, what);
        _state.Remove(urn);
        _order.Remove(urn);
        steps.Add(new(name, "deleted", watch.Elapsed, ""));
    }

    private IProvider ProviderOf(string type) =>
        providers.FirstOrDefault(provider => provider.Makes(type))
        ?? throw new RehearsalException($"nothing here stands in for resources of type {type}");

    private JsonNode? OutputOf(Output output)
    {
        if (output.Source is ComponentResource component)
        {
            return component.Outputs[output.Property] is { } value ? Resolution.Of(value, OutputOf) : null;
        }

        var made =
            _state.GetValueOrDefault(output.Source.Urn)
            ?? throw new RehearsalException($"{NameOf(output.Source.Urn)} has not been made");
        return made.Outputs[output.Property] ?? made.Inputs[output.Property];
    }
}
