using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Clusters.Gobgp;
using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Settings;

namespace BgpLb.Tests.Rehearsal.Scenarios;

[Trait("Needs", "Programs")]
public sealed class StageTests
{
    /// <summary>Longer than TCP's first four waits together and shorter than the fifth.</summary>
    private static readonly TimeSpan InTheLongWait = TimeSpan.FromSeconds(3.3);

    [SkippableFact]
    public void A_healed_node_has_caught_up_with_what_its_link_lost()
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        var settings = SettingsReading.FromFiles(Repository.Root, "prod").Settings!;
        using var lab = new StackLab("bgplb", "prod", settings, new GobgpCluster(), _ => { });
        lab.AddServices();
        lab.Place.RevertAfter = Reverting.In(lab.Design);
        Assert.True(lab.Update(settings).Succeeded);
        var node = lab.Nodes[0].Name;
        using var stage = new Stage(lab);
        stage.Undo(() => lab.HostOf(node).Link.Mend());

        lab.HostOf(node).Link.Cut();
        Poll.Until("something lost", () => AtNode().Any(connection => connection.IsStalled));
        Thread.Sleep(InTheLongWait);
        stage.Heal(Patience.Limit);

        Assert.Equal(2, AtNode().Count);
        Assert.All(AtNode(), connection => Assert.True(connection.HasCaughtUp(AtRouter()), $"{connection}"));

        IReadOnlyList<Connection> AtNode() => Connection.In(lab.HostOf(node).Namespace);

        IReadOnlyList<Connection> AtRouter() => Connection.In(lab.Routers[0].Gateway.Namespace);
    }
}
