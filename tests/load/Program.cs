// Registers as many resources as asked for, in groups of a hundred: a program for the benchmark.
using System.Globalization;
using BgpLb.Engine;
using BgpLb.Graph;
using BgpLb.Load;

var count = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
using var engine = EngineConnection.Open(EngineEnvironment.VariablesOfThisProcess());
using var interruption = new Interruption();
var graph = new ResourceGraph(engine.Environment.Project, engine.Environment.Stack);
for (var made = 0; made < count; made += Group.Size)
{
    _ = new Group(graph, made / Group.Size, Math.Min(Group.Size, count - made));
}

return await Registration.RunAsync(graph, engine, interruption.Token);
