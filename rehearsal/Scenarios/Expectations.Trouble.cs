using BgpLb.Rehearsal.Reports;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>How wrong things show.</summary>
internal static partial class Expectations
{
    /// <summary>GoBGP dials first after 5 to 9 s: a shorter look would find no session of anybody.</summary>
    private static readonly TimeSpan Dialling = TimeSpan.FromSeconds(15);

    /// <summary>
    /// session: the rogue gets none, for as long as it takes to try twice. routes: what it announces is not taken in.
    /// limit: its session is ended.
    /// </summary>
    private static Check Refused(Stage stage, StepArgument argument)
    {
        var router = stage.Lab.Routers[0];
        if (argument.Text == "routes")
        {
            var (announced, elapsed) = Await(
                () => stage.Rogues.TrueForAll(rogue => rogue.IsEstablished),
                up => up,
                Patience
            );
            // Whatever it sends has arrived by then.
            Thread.Sleep(TimeSpan.FromSeconds(1));
            var taken = stage.Rogues.SelectMany(rogue => router.RoutesBy(rogue.Peer)).ToArray();
            return new(
                "what it announces",
                "a session, and none of its routes taken in",
                !announced ? $"it has no session after {elapsed.TotalSeconds:0} s"
                    : taken.Length == 0 ? "none taken in"
                    : $"taken in: {string.Join(", ", taken.Take(5))}",
                announced && taken.Length == 0
            );
        }

        if (argument.Text == "limit")
        {
            // It dials again later, and is cut off again: the log says so even where nobody saw it stand.
            var (isCut, elapsed) = Await(IsCutOff, isCut => isCut, Patience);
            return new(
                "its session",
                "is ended by the limit",
                isCut ? $"ended, {elapsed.TotalSeconds:0.0} s after it began to dial" : "it stands, or never stood",
                isCut
            );
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var stood = false;
        while (!stood && watch.Elapsed < Dialling)
        {
            stood = Stands();
            Thread.Sleep(Pause);
        }

        return new("its session", $"none in {Dialling.TotalSeconds} s", stood ? "it stands" : "none", !stood);

        bool IsCutOff() =>
            router
                .Gateway.Log.Split('\n')
                .Any(line =>
                    line.Contains("MAXPFX", StringComparison.Ordinal)
                    && stage.Rogues.Exists(rogue => line.Contains($" {rogue.Peer}(", StringComparison.Ordinal))
                );

        bool Stands() => router.Sessions().Any(session => stage.Rogues.Exists(rogue => rogue.Peer == session.Peer));
    }

    /// <summary>Nothing is announced any more, and nothing says so.</summary>
    private static Check Silent(Stage stage, StepArgument argument)
    {
        var (left, elapsed) = Await(
            () => stage.Lab.Routers.SelectMany(router => router.NextHops().Keys).ToArray(),
            left => left.Length == 0,
            Patience
        );
        return new(
            "what shows it",
            "no condition says so: the addresses are gone",
            left.Length == 0
                ? $"no address is announced any more, after {elapsed.TotalSeconds:0.0} s"
                : $"still announced: {string.Join(", ", left.Take(5))}",
            left.Length == 0
        );
    }

    /// <summary>A condition of any object of a kind.</summary>
    private static Check Condition(Stage stage, StepArgument argument)
    {
        var (apiVersion, kind) = argument["kind"] switch
        {
            "Service" => ("v1", "Service"),
            var other => ("cilium.io/v2", other),
        };
        var (found, elapsed) = Await(
            () =>
                (
                    from one in stage.Lab.Cluster.List(apiVersion, kind)
                    from condition in one["status"]?["conditions"]?.AsArray() ?? []
                    where $"{condition!["type"]}" == argument["type"] && $"{condition["status"]}" == argument["status"]
                    select $"{kind} {one["metadata"]!["name"]}: {condition["message"]}"
                ).FirstOrDefault(),
            found => found is not null,
            Patience
        );
        return new(
            "what shows it",
            $"{argument["type"]}={argument["status"]}",
            found is null ? "no such condition" : $"{found} (after {elapsed.TotalSeconds:0.0} s)",
            found is not null
        );
    }

    /// <summary>succeeds or fails; with says, the failure has to say that.</summary>
    private static Check UpdateEnded(Stage stage, StepArgument argument)
    {
        var update = stage.LastUpdate ?? throw new RehearsalException("nothing was updated");
        var fails = (argument.Text.Length > 0 ? argument.Text : argument["ends"]) == "fails";
        var says = argument["says"];
        var isRight = update.Succeeded != fails && (update.Failure ?? "").Contains(says, StringComparison.Ordinal);
        return new(
            "the update",
            fails ? $"fails{(says.Length > 0 ? $" and says \"{says}\"" : "")}" : "succeeds",
            update.Failure ?? "succeeded",
            isRight
        );
    }

    /// <summary>The router runs what it ran before.</summary>
    private static Check Configuration(Stage stage, StepArgument argument)
    {
        var (different, elapsed) = Await(
            () =>
                stage
                    .Lab.Routers.Where(router => router.Configuration != stage.Configurations[router.Settings.Name])
                    .Select(router => router.Settings.Name)
                    .ToArray(),
            different => different.Length == 0,
            Patience
        );
        return new(
            "the router's configuration",
            "as before the update",
            different.Length == 0
                ? $"as before, {elapsed.TotalSeconds:0} s after the update"
                : $"another one on {string.Join(", ", different)}",
            different.Length == 0
        );
    }
}
