using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>
/// A cluster without Kubernetes: its objects are kept in memory, this program gives out addresses by the rules of
/// LB-IPAM, and a gobgpd on every node is configured as Cilium's agent configures its embedded GoBGP.
/// </summary>
/// <remarks>
/// Not followed: the sharing of addresses between Services, aggregated routes, pod CIDRs, cluster and external IPs in
/// advertisements, discovery of peers, and namespaces that are missing. All changes are done when a call returns;
/// sessions and routes on the routers follow in their time.
/// </remarks>
public sealed class GobgpCluster : ICluster
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ObjectStore _store;
    private readonly OrderedDictionary<string, Agent> _agents = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _configs = new Dictionary<string, string>(StringComparer.Ordinal);
    private JsonObject? _values;

    /// <summary>An empty cluster.</summary>
    /// <exception cref="RehearsalException">This machine has no gobgpd.</exception>
    public GobgpCluster()
        : this(TimeProvider.System) { }

    internal GobgpCluster(TimeProvider time)
    {
        _time = time;
        _store = new(time);
        var version = Shell.Do("gobgpd", "--version").Trim().Split(' ')[^1];
        Description = $"gobgpd {version} (LB-IPAM and Cilium's BGP objects by this program's own reading of them)";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public IReadOnlyList<NodeSession> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _agents.Values.SelectMany(agent => agent.Sessions)];
            }
        }
    }

    /// <inheritdoc/>
    public void Install(JsonObject values)
    {
        lock (_lock)
        {
            if (JsonNode.DeepEquals(_values, values))
            {
                return;
            }

            _values = values.DeepClone().AsObject();
            foreach (var agent in _agents.Values)
            {
                agent.Stop();
                agent.IsRunning = true;
            }

            Reconcile();
        }
    }

    /// <inheritdoc/>
    public void Apply(JsonObject manifest)
    {
        lock (_lock)
        {
            _store.Apply(manifest);
            Reconcile();
        }
    }

    /// <inheritdoc/>
    public void Delete(JsonObject manifest)
    {
        lock (_lock)
        {
            _store.Delete(manifest);
            Reconcile();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<JsonObject> List(string apiVersion, string kind)
    {
        lock (_lock)
        {
            return _store.List(apiVersion, kind);
        }
    }

    /// <inheritdoc/>
    public void Join(ClusterNode node)
    {
        lock (_lock)
        {
            if (!_agents.TryAdd(node.Name, new(node) { IsRunning = _values is not null }))
            {
                throw new RehearsalException($"the cluster has a node {node.Name} already");
            }

            _store.Apply(NodeObject.Of(node));
            Reconcile();
        }
    }

    /// <inheritdoc/>
    public void Leave(string node)
    {
        lock (_lock)
        {
            AgentOf(node).Stop();
            _agents.Remove(node);
            _store.Delete(NodeObject.Naming(node));
            Reconcile();
        }
    }

    /// <inheritdoc/>
    public void StartSpeaker(string node)
    {
        lock (_lock)
        {
            AgentOf(node).IsRunning = _values is not null;
            Reconcile();
        }
    }

    /// <inheritdoc/>
    public void StopSpeaker(string node)
    {
        lock (_lock)
        {
            AgentOf(node).Stop();
        }
    }

    /// <inheritdoc/>
    public void KillSpeaker(string node)
    {
        lock (_lock)
        {
            AgentOf(node).Dispose();
        }
    }

    /// <summary>Ends all speakers at once; the nodes' networks are their owner's.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            using var teardown = new Teardown();
            foreach (var agent in _agents.Values)
            {
                teardown.Add(agent);
            }

            _agents.Clear();
        }
    }

    private Agent AgentOf(string node) =>
        _agents.GetValueOrDefault(node) ?? throw new RehearsalException($"the cluster has no node {node}");

    /// <summary>What Cilium's operator and agents do when an object has changed. Before the release is installed, nothing does.</summary>
    private void Reconcile()
    {
        if (_values is null)
        {
            return;
        }

        var (values, now) = (ReleaseValues.Of(_values), _time.GetUtcNow());
        if (values.HasIpam)
        {
            LbIpam.Reconcile(_store.Of("CiliumLoadBalancerIPPool"), _store.Of("Service"), values, now);
        }

        if (!values.HasBgp)
        {
            return;
        }

        var (configs, nodes) = (_store.Of("CiliumBGPClusterConfig"), _store.Of("Node"));
        _configs = NodeSelection.Of(configs, nodes, _configs);
        NodeSelection.Report(configs, nodes, _configs, _store.Of("CiliumBGPPeerConfig"), now);
        Passwords.Report(_store, values.SecretsNamespace, now);
        var plans = _agents
            .Values.Where(agent => agent.IsRunning)
            .Select(agent => (Agent: agent, Plan: AgentPlan.Of(_store, values, agent.Node, ConfigOf(agent, configs))))
            .ToArray();
        foreach (var (agent, plan) in plans)
        {
            agent.Prepare(plan);
        }

        foreach (var (agent, plan) in plans)
        {
            agent.Follow(plan);
        }
    }

    private JsonObject? ConfigOf(Agent agent, IReadOnlyList<JsonObject> configs) =>
        _configs.GetValueOrDefault(agent.Node.Name) is { } name ? configs.First(config => config.Name() == name) : null;
}
