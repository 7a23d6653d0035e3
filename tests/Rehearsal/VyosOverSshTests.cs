using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Rehearsal;

/// <summary>
/// The scripts for VyOS arrive by real SSH at the stand-in for it, whose commits run in a real FRR with GoBGP peers.
/// </summary>
[Trait("Needs", "Programs")]
public sealed class VyosOverSshTests : IDisposable
{
    private static readonly RouterDesign Router = Designs.WithTwoNodes(
        Designs.Of(Dialect.Vyos, IpFamily.IPv4, IpFamily.IPv6)
    );

    private static readonly string[] Emptied =
    [
        "policy",
        "protocols static",
        "system ip multipath",
        "system ipv6 multipath",
    ];

    private readonly Lab _lab = new();

    [SkippableFact]
    public void A_change_is_made_confirmed_and_saved_and_the_second_one_touches_nothing()
    {
        var vyos = _lab.Vyos();
        var client = _lab.Add(vyos.Gateway.Connect());
        Node[] nodes = [_lab.Node(vyos.Gateway, 11), _lab.Node(vyos.Gateway, 12)];

        var changed = Change(client, Router);
        var confirmed = Confirm(client, Router);

        Assert.True(changed.Status == 0, changed.All);
        Assert.True(confirmed.Status == 0, confirmed.All + Errors(vyos));
        Assert.Contains("bgplb-prod-ipv4: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        Assert.Contains("bgplb-prod-ipv6: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        Assert.All(nodes, node => Assert.True(node.IsEstablished));
        Assert.Contains("protocols bgp listen range ", vyos.Active);
        Assert.Equal(vyos.Active, vyos.Saved);
        Assert.False(vyos.IsPending);
        var (active, before) = (vyos.Active, Uptimes.Of(vyos.Gateway));

        var second = Change(client, Router);

        Assert.Equal((0, "VyOS is right already\n", ""), (second.Status, second.Output, second.Errors));
        Assert.Equal(active, vyos.Active);
        Assert.Equal("", Errors(vyos));
        Uptimes.AssertUnbroken(4, before, Uptimes.Of(vyos.Gateway));
        Assert.DoesNotContain(Scripts.Password, vyos.Arguments);
    }

    [SkippableFact]
    public void Without_its_sessions_a_change_is_taken_back_and_the_peers_are_named()
    {
        var vyos = _lab.Vyos();
        var client = _lab.Add(vyos.Gateway.Connect());
        _lab.Node(vyos.Gateway, 11, "another-password");
        _lab.Node(vyos.Gateway, 12, "another-password");
        var quick = Router with { RevertAfter = TimeSpan.FromSeconds(15), Reconnect = TimeSpan.FromSeconds(2) };
        var before = vyos.Active;

        var changed = Change(client, quick);
        var during = vyos.Active;
        var confirmed = Confirm(client, quick);

        Assert.True(changed.Status == 0, changed.All);
        Assert.Contains("protocols bgp listen range ", during);
        Assert.Equal(5, confirmed.Status);
        Assert.Contains("after 15 s it was not confirmed", confirmed.Errors);
        foreach (var address in (string[])["172.29.51.11", "172.29.51.12"])
        {
            Assert.Contains($"{address}: no TCP session, and segments with a wrong password", confirmed.Errors);
        }

        Assert.Contains("fd47:25e1:2f96:51::11: ", confirmed.Errors);
        Assert.Contains("fd47:25e1:2f96:51::12: ", confirmed.Errors);
        Assert.DoesNotContain(Scripts.Password, confirmed.All);
        Assert.Equal(before, WithoutEmptied(vyos.Active));
        Assert.Equal(before, vyos.Saved);
        Assert.False(vyos.IsPending);
        Assert.DoesNotContain("bgplb", vyos.Gateway.RunningConfiguration);
    }

    public void Dispose() => _lab.Dispose();

    private static Outcome Change(SshClient client, RouterDesign router)
    {
        var script = RouterScripts.Change(router, Scripts.Password);
        return client.Run(script.Create, Scripts.Plain(script.Stdin));
    }

    private static Outcome Confirm(SshClient client, RouterDesign router)
    {
        var script = RouterScripts.Confirm(router, Scripts.Password, "d1", TimeSpan.FromSeconds(60));
        return client.Run(script.Create, Scripts.Plain(script.Stdin));
    }

    /// <summary>VyOS leaves nodes behind when all below them has gone.</summary>
    private static string WithoutEmptied(string active) =>
        string.Concat(
            active.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(Emptied).Select(line => $"{line}\n")
        );

    /// <summary>What the watcher has complained about.</summary>
    private static string Errors(VyosGateway vyos) => vyos.Run($"cat /run/bgplb/{Router.Owner}/errors", "").Output;
}
