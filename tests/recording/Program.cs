using System.Diagnostics;
using System.Text.Json.Nodes;
using BgpLb.Recording;

if (RunOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(RunOptions.Usage);
    return 2;
}

await WarmUp.RunAsync();
await using var engine = await RecordingEngine.StartAsync(options.Project, options.Stack, options.Engine);
var start = new ProcessStartInfo(options.Command[0], options.Command.Skip(1)) { UseShellExecute = false };
start.Environment["PULUMI_MONITOR"] = engine.Address;
start.Environment["PULUMI_ENGINE"] = engine.Address;
start.Environment["PULUMI_PROJECT"] = options.Project;
start.Environment["PULUMI_STACK"] = options.Stack;
start.Environment["PULUMI_ORGANIZATION"] = "organization";
start.Environment["PULUMI_DRY_RUN"] = options.Engine.DryRun ? "true" : "false";
start.Environment["PULUMI_PARALLEL"] = options.Parallel;
start.Environment["PULUMI_CONFIG"] = options.Config is null ? "{}" : await File.ReadAllTextAsync(options.Config);
start.Environment["PULUMI_CONFIG_SECRET_KEYS"] = new JsonArray([
    .. options.SecretKeys.Select(key => JsonValue.Create(key)),
]).ToJsonString();

var clock = Stopwatch.StartNew();
Process command;
try
{
    command = Process.Start(start)!;
}
catch (System.ComponentModel.Win32Exception problem)
{
    await Console.Error.WriteLineAsync($"{options.Command[0]} cannot be started: {problem.Message}");
    return 3;
}

var peak = 0L;
var exited = command.WaitForExitAsync();
while (await Task.WhenAny(exited, Task.Delay(20)) != exited)
{
    peak = Math.Max(peak, Measured.PeakMemoryOf(command.Id));
}

var measured = new Measured(clock.Elapsed, engine.Meter.Span, engine.Meter.Count, engine.Meter.Most, peak);
if (options.Record is not null)
{
    await using var file = File.Create(options.Record);
    engine.WriteTo(file, measured);
}

return command.ExitCode;
