using BgpLb.Rehearsal.Clusters.Gobgp.Protocol;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Cilium's agent on a node, as far as BGP goes: a GoBGP for each instance.</summary>
internal sealed class Agent(ClusterNode node) : IDisposable
{
    private readonly Dictionary<string, Daemon> _daemons = new(StringComparer.Ordinal);

    public ClusterNode Node => node;

    /// <summary>Whether it runs; one that does not follows nothing.</summary>
    public bool IsRunning { get; set; }

    /// <summary>The sessions of all its instances.</summary>
    public IEnumerable<NodeSession> Sessions =>
        from daemon in _daemons.Values
        from peer in daemon.Peers
        select new NodeSession(node.Name, peer.Address, Word(peer.State));

    /// <summary>Starts and ends programs, and waits for none that starts.</summary>
    public void Prepare(IReadOnlyDictionary<string, InstancePlan?> plans)
    {
        foreach (var (name, daemon) in _daemons.ToArray())
        {
            if (!plans.TryGetValue(name, out var plan) || (plan is not null && !daemon.IsFor(plan)))
            {
                daemon.End();
                _daemons.Remove(name);
            }
        }

        foreach (var plan in plans.Values.OfType<InstancePlan>().Where(plan => !_daemons.ContainsKey(plan.Name)))
        {
            _daemons[plan.Name] = new(node.Network, plan);
        }
    }

    /// <summary>Makes the programs that <see cref="Prepare"/> has left what the plans say.</summary>
    public void Follow(IReadOnlyDictionary<string, InstancePlan?> plans)
    {
        foreach (var plan in plans.Values.OfType<InstancePlan>())
        {
            _daemons[plan.Name].Follow(plan);
        }
    }

    /// <summary>Ends it in good order, as SIGTERM does.</summary>
    public void Stop() => End(daemon => daemon.Stop());

    /// <summary>Ends it at once.</summary>
    public void Dispose() => End(daemon => daemon.Dispose());

    private void End(Action<Daemon> how)
    {
        IsRunning = false;
        foreach (var (name, daemon) in _daemons.ToArray())
        {
            _daemons.Remove(name);
            how(daemon);
        }
    }

    private static string Word(PeerState.Types.SessionState state) =>
        state switch
        {
            PeerState.Types.SessionState.Connect => "connect",
            PeerState.Types.SessionState.Active => "active",
            PeerState.Types.SessionState.Opensent => "open_sent",
            PeerState.Types.SessionState.Openconfirm => "open_confirm",
            PeerState.Types.SessionState.Established => "established",
            _ => "idle",
        };
}
