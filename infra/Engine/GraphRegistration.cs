using System.Runtime.ExceptionServices;
using BgpLb.Graph;

namespace BgpLb.Engine;

/// <summary>Registers one graph, as many resources at once as the engine allows.</summary>
internal sealed class GraphRegistration
{
    private readonly ResourceGraph _graph;
    private readonly EngineConnection _engine;
    private readonly EngineClient _client;
    private readonly Answers _answers;
    private readonly ValueWriter _values;
    private readonly RequestWriter _requests;
    private string _stackUrn = "";

    public GraphRegistration(ResourceGraph graph, EngineConnection engine)
    {
        _graph = graph;
        _engine = engine;
        _client = engine.Client;
        _answers = new(engine.Environment.DryRun);
        _values = new(_answers);
        _requests = new(_answers, _values);
    }

    /// <summary>The failures; none if all is registered.</summary>
    public async Task<IReadOnlyList<Failure>> RunAsync(CancellationToken cancellation)
    {
        if (!(await _engine.KeepsSecrets.WaitAsync(cancellation)).HasSupport)
        {
            throw new EngineException("This Pulumi engine does not keep secrets; a current one (3.x) is needed.");
        }

        _stackUrn = (await _client.RegisterAsync(RequestWriter.ForStack(_graph), cancellation)).Urn;
        var schedule = new Schedule(_graph);
        var problems = await new StepRunner(schedule, _engine.Environment.Parallel, RunAsync).RunAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        var failures = new List<Failure>();
        foreach (var problem in problems)
        {
            if (FailureOf(problem) is { } failure)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count == 0 && problems.Count > 0)
        {
            ExceptionDispatchInfo.Throw(problems[0].Thrown);
        }

        if (failures.Count == 0 && schedule.FirstStuck is { } stuck)
        {
            failures.Add(new($"{Title(stuck)} is in a circle of dependencies, or waits for one.", stuck.Urn));
        }

        if (failures.Count == 0)
        {
            await _client.ReportOutputsAsync(_stackUrn, _values.Write(_graph.Outputs), cancellation);
            await _client.SignalEndAsync(cancellation);
        }

        return failures;
    }

    private async Task RunAsync(Step step, CancellationToken cancellation)
    {
        if (step is { Kind: StepKind.Register, Resource: StackReference reference })
        {
            _answers.Add(reference, await _client.ReadAsync(_requests.For(reference, _stackUrn), cancellation));
        }
        else if (step.Kind == StepKind.Register)
        {
            var request = _requests.For(step.Resource, _stackUrn);
            _answers.Add(step.Resource, await _client.RegisterAsync(request, cancellation));
        }
        else
        {
            var outputs = _values.Write(((ComponentResource)step.Resource).Outputs);
            await _client.ReportOutputsAsync(_answers.UrnOf(step.Resource), outputs, cancellation);
        }
    }

    // Not a failure of the resource: we stopped it, or the engine stops for a reason that it has shown, or is gone.
    private static Failure? FailureOf(StepProblem ended) =>
        ended.Thrown switch
        {
            CallRefusedException { EngineIsStopping: true } or EngineGoneException => null,
            EngineException problem => new(
                $"{Title(ended.Step.Resource)} could not be {(ended.Step.Resource is StackReference ? "read" : "registered")}: {problem.Message}",
                ended.Step.Resource.Urn
            ),
            _ => null,
        };

    private static string Title(Resource resource) => $"{resource.Type} \"{resource.Name}\"";
}
