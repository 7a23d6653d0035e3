using System.Collections.Immutable;
using BgpLb.Rehearsal.Clusters.Gobgp.Protocol;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>
/// A gobgpd for one BGP instance of a node. It is configured over its interface as Cilium's agent configures its GoBGP,
/// not by a file: reloading one changes only the first of several neighbours that changed, and sends no routes anew.
/// Two things take longer than with Cilium's GoBGP 4: a first dial comes after 5 to 9 s (there 1.5 to 2 s), so a changed
/// password costs that instead of 2 to 3 s. A changed timer costs the same: there GoBGP stays idle for 5 s first.
/// </summary>
internal sealed class Daemon : IDisposable
{
    private readonly Teardown _teardown = new();
    private readonly RunningProgram _program;
    private readonly GobgpClient _client;
    private readonly Dictionary<string, PeerSettings> _peers = new(StringComparer.Ordinal);
    private InstancePlan _plan;
    private bool _isStarted;

    /// <summary>Starts the program; nobody is dialled until <see cref="Follow"/>.</summary>
    public Daemon(Namespace network, InstancePlan plan)
    {
        _plan = plan with { Peers = [] };
        (_program, _client) = _teardown.Construct(() =>
        {
            var socket = System.IO.Path.Combine(_teardown.AddFolder(), "api.sock");
            var program = _teardown.Add(
                network.Start("", "gobgpd", "--api-hosts", $"unix://{socket}", "--pprof-disable")
            );
            return (program, _teardown.Add(new GobgpClient(socket)));
        });
    }

    /// <summary>Its neighbours and the states of their sessions.</summary>
    public IEnumerable<(string Address, PeerState.Types.SessionState State)> Peers => _client.Peers();

    /// <summary>Whether a plan needs another daemon: these change for all sessions or not at all.</summary>
    public bool IsFor(InstancePlan plan) =>
        (_plan.Asn, _plan.RouterId, _plan.ListenPort) == (plan.Asn, plan.RouterId, plan.ListenPort);

    /// <summary>Makes it what the plan says. Sessions whose settings are the same stay, and so do routes that stay.</summary>
    public void Follow(InstancePlan plan)
    {
        Start(plan);
        foreach (var gone in _peers.Keys.Where(address => !IsKept(address, plan)).ToArray())
        {
            _client.DeletePeer(gone);
            _peers.Remove(gone);
        }

        Announce(plan);
        foreach (var peer in plan.Peers.Where(peer => peer.Settings is not null && !_peers.ContainsKey(peer.Address)))
        {
            _client.AddPeer(peer.Address, peer.Settings!, peer.ConnectRetry);
            _peers[peer.Address] = peer.Settings!;
        }

        _plan = plan;
    }

    /// <summary>
    /// Ends it as Cilium's agent ends: those with graceful restart are not told, so that they keep its routes, and the
    /// others are told Cease. On SIGTERM gobgpd itself tells everybody.
    /// </summary>
    public void Stop()
    {
        if (_peers.Values.Any(settings => settings.RestartTime is not null))
        {
            foreach (var (address, _) in _peers.Where(peer => peer.Value.RestartTime is null))
            {
                _client.DeletePeer(address);
            }
        }
        else
        {
            Shell.Do("kill", $"{_program.Id}");
            _program.Wait(Poll.Patience);
        }

        Dispose();
    }

    /// <summary>Ends it in good order and for good, whatever was agreed: everybody is told Cease.</summary>
    public void End()
    {
        Shell.Do("kill", $"{_program.Id}");
        _program.Wait(Poll.Patience);
        Dispose();
    }

    /// <summary>Ends it at once.</summary>
    public void Dispose() => _teardown.Dispose();

    private void Start(InstancePlan plan)
    {
        if (_isStarted)
        {
            return;
        }

        Poll.Until("gobgpd's socket", () => _client.IsListening || Ended());
        _client.Start(plan);
        _client.SetPolicies(Policies.Of(_plan));
        _client.Assign(PolicyDirection.Import, Policies.Import);
        _client.Assign(PolicyDirection.Export, Policies.Export);
        _isStarted = true;
    }

    private bool Ended() =>
        _program.HasEnded ? throw new RehearsalException($"gobgpd ended: {_program.Written}") : false;

    private bool IsKept(string address, InstancePlan plan) =>
        plan.Peers.FirstOrDefault(peer => peer.Address == address) is { } peer
        && (peer.Settings is null || peer.Settings == _peers[address]);

    /// <summary>
    /// GoBGP withdraws a route only while the policy lets the withdrawal through, so what a neighbour loses is withdrawn
    /// first. If others keep it, they lose it for a moment.
    /// </summary>
    private void Announce(InstancePlan plan)
    {
        var (before, after) = (ByPeer(_plan), ByPeer(plan));
        if (before.SetEquals(after))
        {
            return;
        }

        var lost = before
            .Select(it => (it.Peer, it.Route.Prefix))
            .Except(after.Select(it => (it.Peer, it.Route.Prefix)));
        var withdrawn = lost.Select(it => it.Prefix).ToImmutableHashSet();
        var (old, wanted) = (Prefixes(before), Prefixes(after));
        _client.Route(withdrawn, isWithdrawal: true);
        _client.SetPolicies(Policies.Of(plan));
        _client.Route(wanted.Except(old.Except(withdrawn)), isWithdrawal: false);
        if (after.Except(before).Any(it => old.Contains(it.Route.Prefix) && !withdrawn.Contains(it.Route.Prefix)))
        {
            _client.Resend();
        }
    }

    private static HashSet<(string Peer, Announcement Route)> ByPeer(InstancePlan plan) =>
        [.. plan.Peers.SelectMany(peer => peer.Announcements.Select(route => (peer.Address, route)))];

    private static ImmutableHashSet<string> Prefixes(HashSet<(string Peer, Announcement Route)> routes) =>
        [.. routes.Select(it => it.Route.Prefix)];
}
