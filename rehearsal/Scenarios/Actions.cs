namespace BgpLb.Rehearsal.Scenarios;

/// <summary>What a scenario can do, by name.</summary>
internal static partial class Actions
{
    private static readonly Dictionary<string, Action<Stage, StepArgument>> All = new(StringComparer.Ordinal)
    {
        ["kill-speaker"] = KillSpeaker,
        ["stop-speaker"] = StopSpeaker,
        ["restart-speaker"] = RestartSpeaker,
        ["cut"] = Cut,
        ["pull"] = Pull,
        ["mend"] = Mend,
        ["drain"] = Drain,
        ["end-pod"] = EndPod,
        ["join"] = Join,
        ["leave"] = Leave,
        ["restart-routing"] = RestartRouting,
        ["reboot-router"] = RebootRouter,
        ["rogue"] = AddRogue,
        ["open-filter"] = OpenFilter,
        ["delete"] = Delete,
        ["copy"] = Copy,
        ["patch"] = Patch,
        ["change"] = Change,
        ["break"] = Break,
        ["wait"] = Wait,
    };

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static void Do(Stage stage, Step step)
    {
        var subject = step.Argument.Text.Length > 0 ? $" {step.Argument.Text}" : "";
        stage.Note($"{step.What.Replace('-', ' ')}{subject}");
        All[step.What](stage, step.Argument);
    }

    private static void Wait(Stage stage, StepArgument argument) => Thread.Sleep(TimeSpan.FromSeconds(argument.Number));

    private static void RestartRouting(Stage stage, StepArgument argument)
    {
        stage.Lab.Routers[0].Gateway.RestartRouting();
        stage.Note("routing runs again");
    }

    private static void RebootRouter(Stage stage, StepArgument argument)
    {
        stage.Lab.Routers[0].Gateway.Reboot();
        stage.Note("the router runs again");
    }

    /// <summary>Somebody lets everything in by hand.</summary>
    private static void OpenFilter(Stage stage, StepArgument argument)
    {
        var router = stage.Lab.Routers[0];
        string[] maps =
        [
            .. router
                .Gateway.RunningConfiguration.Split('\n')
                .Where(line =>
                    line.StartsWith("route-map ", StringComparison.Ordinal) && line.Contains("-import permit ")
                )
                .Select(line => line.Split(' ')[1])
                .Distinct(),
        ];
        stage.Undo(() => router.Gateway.Enter(string.Concat(maps.Select(map => $"no route-map {map} permit 1\n"))));
        router.Gateway.Enter(string.Concat(maps.Select(map => $"route-map {map} permit 1\n")));
    }

    private static void AddRogue(Stage stage, StepArgument argument)
    {
        var rogue = new Rogue(stage.Lab, stage.Lab.Password, argument);
        stage.Undo(rogue.Dispose);
        stage.Rogues.Add(rogue);
    }
}
