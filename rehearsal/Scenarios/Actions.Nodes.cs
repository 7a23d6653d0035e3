using System.Diagnostics;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>What happens to nodes.</summary>
internal static partial class Actions
{
    /// <summary>The most that is waited for the network to follow: what Kubernetes gives pods to end is twice this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private static void KillSpeaker(Stage stage, StepArgument argument)
    {
        Lose(stage, argument, node => stage.Lab.Cluster.StartSpeaker(node));
        stage.Lab.Cluster.KillSpeaker(stage.Node(argument).Name);
    }

    private static void StopSpeaker(Stage stage, StepArgument argument)
    {
        Lose(stage, argument, node => stage.Lab.Cluster.StartSpeaker(node));
        stage.Lab.Cluster.StopSpeaker(stage.Node(argument).Name);
    }

    private static void RestartSpeaker(Stage stage, StepArgument argument)
    {
        var node = stage.Node(argument).Name;
        stage.Lab.Cluster.StopSpeaker(node);
        stage.Lab.Cluster.StartSpeaker(node);
    }

    private static void Cut(Stage stage, StepArgument argument)
    {
        Lose(stage, argument, node => stage.Lab.HostOf(node).Link.Mend());
        stage.Lab.HostOf(stage.Node(argument).Name).Link.Cut();
    }

    private static void Pull(Stage stage, StepArgument argument)
    {
        Lose(stage, argument, node => stage.Lab.HostOf(node).Link.Mend());
        stage.Lab.HostOf(stage.Node(argument).Name).Link.Pull();
    }

    private static void Mend(Stage stage, StepArgument argument)
    {
        var node = stage.Node(argument).Name;
        stage.Lab.HostOf(node).Link.Mend();
        stage.Absent.Remove(node);
    }

    /// <summary>As Kubernetes does it: its pods end first and serve until they have, then its agent, then its power.</summary>
    private static void Drain(Stage stage, StepArgument argument)
    {
        var node = stage.Node(argument).Name;
        stage.Undo(() => stage.Lab.SetPods(node, Pods.Ready));
        Lose(
            stage,
            argument,
            name =>
            {
                stage.Lab.HostOf(name).Link.Mend();
                stage.Lab.Cluster.StartSpeaker(name);
            }
        );
        EndPods(stage, node);
        stage.Lab.Cluster.StopSpeaker(node);
        stage.Note("its agent has ended");
        Give(Grace, () => !stage.Lab.HasSession(node));
        // A machine that shuts down has other things to end, too.
        Thread.Sleep(TimeSpan.FromSeconds(1));
        stage.Lab.HostOf(node).Link.Pull();
        stage.Note("its power is off");
    }

    private static void EndPod(Stage stage, StepArgument argument)
    {
        var node = stage.Node(argument).Name;
        stage.Undo(() => stage.Lab.SetPods(node, Pods.Ready));
        EndPods(stage, node);
    }

    /// <summary>They serve what they have until they have ended, which they do not before they get nothing new, or too late.</summary>
    private static void EndPods(Stage stage, string node)
    {
        stage.Lab.SetPods(node, Pods.Terminating);
        stage.Note("its pods are about to end");
        Give(Grace, () => !stage.Lab.IsLedTo(node));
        stage.Lab.SetPods(node, Pods.Gone);
        stage.Note("its pods have ended");
    }

    private static void Join(Stage stage, StepArgument argument)
    {
        var node = stage.Lab.AddNode();
        stage.Undo(() => stage.Lab.RemoveNode(node));
    }

    private static void Leave(Stage stage, StepArgument argument)
    {
        var node = stage.Node(argument);
        stage.Undo(() =>
        {
            stage.Lab.Rejoin(node);
            stage.Lab.SetPods(node.Name, Pods.Ready);
        });
        EndPods(stage, node.Name);
        stage.Absent.Add(node.Name);
        stage.Lab.Cluster.Leave(node.Name);
    }

    /// <summary>Lets something come about, in as much time as a busy machine needs; whether it has is not judged here.</summary>
    private static void Give(TimeSpan most, Func<bool> isThere)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < most && !isThere(); )
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
        }
    }

    private static void Lose(Stage stage, StepArgument argument, Action<string> back)
    {
        var node = stage.Node(argument).Name;
        stage.Undo(() =>
        {
            back(node);
            stage.Absent.Remove(node);
        });
        stage.Absent.Add(node);
    }
}

/// <summary>What the endpoints of a node are.</summary>
internal enum Pods
{
    Ready,

    /// <summary>They serve what they have, and get nothing new.</summary>
    Terminating,
    Gone,
}
