using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Rehearsal;

/// <summary>The scripts arrive by real SSH, as the engine sends them, at a real FRR with real GoBGP peers.</summary>
[Trait("Needs", "Programs")]
public sealed class OverSshTests : IDisposable
{
    private static readonly RouterDesign Router = Designs.TwoNodes;
    private static readonly RouterScript Change = RouterScripts.Change(Router, Scripts.Password);
    private static readonly RouterScript Confirm = RouterScripts.Confirm(
        Router,
        Scripts.Password,
        "d1",
        TimeSpan.FromSeconds(60)
    );

    private readonly Lab _lab = new();

    [SkippableFact]
    public void A_change_is_made_and_confirmed_and_the_second_one_touches_nothing()
    {
        var (gateway, client) = GatewayAndRunner();
        Node[] nodes = [_lab.Node(gateway, 11), _lab.Node(gateway, 12)];

        var changed = client.Run(Change.Create, Scripts.Plain(Change.Stdin));
        var confirmed = client.Run(Confirm.Create, Scripts.Plain(Confirm.Stdin));

        Assert.True(changed.Status == 0, changed.All);
        Assert.True(confirmed.Status == 0, confirmed.All);
        Assert.Contains("bgplb-prod-ipv6: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        Assert.All(nodes, node => Assert.True(node.IsEstablished));
        var (running, before) = (gateway.RunningConfiguration, Uptimes.Of(gateway));

        var second = client.Run(Change.Create, Scripts.Plain(Change.Stdin));

        Assert.Equal((0, "FRR is right already\n", ""), (second.Status, second.Output, second.Errors));
        Assert.Equal(running, gateway.RunningConfiguration);
        Uptimes.AssertUnbroken(4, before, Uptimes.Of(gateway));
    }

    [SkippableFact]
    public void A_changed_host_key_is_refused_before_anything_is_sent()
    {
        var (gateway, client) = GatewayAndRunner();
        var before = gateway.RunningConfiguration;
        gateway.Ssh.ChangeHostKey();

        var refused = client.Run("cat >/data/sent", Scripts.Plain(Change.Stdin));

        Assert.Equal(255, refused.Status);
        Assert.Contains("Host key verification failed", refused.Errors);
        // The server waits in vain for a name and a key.
        Poll.Until("the end of the connection", () => gateway.Ssh.Log.Contains("[preauth]", StringComparison.Ordinal));
        Assert.DoesNotContain("Accepted", gateway.Ssh.Log);
        Assert.False(File.Exists(gateway.PathOf("/data/sent")));
        Assert.Equal(before, gateway.RunningConfiguration);
    }

    [SkippableFact]
    public void Neither_a_dead_runner_nor_a_dead_link_nor_a_reader_that_is_gone_stops_a_change()
    {
        var (gateway, client) = GatewayAndRunner(out var runner);
        using (var killed = client.Start(Change.Create, Scripts.Plain(Change.Stdin)))
        {
            killed.AwaitText("changes FRR");
            killed.Kill();
        }

        AssertDone(gateway);
        using (var cut = client.Start(Change.Delete!, Scripts.Plain(Change.Stdin)))
        {
            cut.AwaitText("changes FRR");
            runner.Link.Cut();
            Poll.Until("the removal", () => !gateway.RunningConfiguration.Contains("bgplb", StringComparison.Ordinal));
        }

        runner.Link.Mend();
        Assert.Equal(0, client.RunUnread(Change.Create, Scripts.Plain(Change.Stdin)).Status);
        AssertDone(gateway);
    }

    public void Dispose() => _lab.Dispose();

    /// <summary>Waits for whatever is under way, then finds nothing left to do.</summary>
    private static void AssertDone(Gateway gateway) =>
        Assert.Equal("FRR is right already\n", gateway.Run(Change.Create, Scripts.Plain(Change.Stdin)).Output);

    private (Gateway Gateway, SshClient Client) GatewayAndRunner() => GatewayAndRunner(out _);

    private (Gateway Gateway, SshClient Client) GatewayAndRunner(out Host runner)
    {
        var gateway = _lab.Gateway();
        runner = _lab.Add(gateway.Attach(segment: null, "172.29.51.250/24"));
        return (gateway, _lab.Add(gateway.Connect(runner.Namespace)));
    }
}
