using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Cilium;

/// <summary>
/// Cilium's own operator and agents against a real Kubernetes API server. Without a datapath, kubelets and pods; the
/// API server listens on the machine's loopback interface.
/// </summary>
public sealed class CiliumCluster : ICluster
{
    private readonly Teardown _teardown = new();
    private readonly CiliumTools _tools;
    private readonly ApiServer _api;
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, ClusterNode> _nodes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RunningProgram> _agents = new(StringComparer.Ordinal);
    private RunningProgram? _operator;
    private JsonObject? _values;

    /// <summary>An API server that is ready and knows Cilium's kinds; nothing of Cilium runs yet.</summary>
    /// <param name="serviceRanges">The networks of cluster IPs, one per family.</param>
    public CiliumCluster(CiliumTools tools, params IReadOnlyList<string> serviceRanges)
    {
        _tools = tools;
        (_folder, _api) = _teardown.Construct(() =>
        {
            var folder = _teardown.AddFolder();
            var definitions = Path.Combine(folder, "definitions");
            Directory.CreateDirectory(definitions);
            File.WriteAllText(Path.Combine(definitions, "cilium.yaml"), Shell.Do(tools.Cilium, "crds"));
            var server = Shell.Start(
                "",
                tools.ApiServer,
                ["up", "--dir", Path.Combine(folder, "server"), "--crds", definitions, .. Ranges(serviceRanges)]
            );
            _teardown.Add(() => End(server));
            server.AwaitText("ready ", TimeSpan.FromMinutes(3));
            return (folder, _teardown.Add(new ApiServer(Cilium.Kubeconfig.Connect(FileIn(folder)))));
        });
        _teardown.Add(EndCilium);
        Description = _teardown.Construct(() => Describe(tools));
    }

    public string Description { get; }

    /// <summary>The path of a kubeconfig for everything in this cluster.</summary>
    public string Kubeconfig => FileIn(_folder);

    public IReadOnlyList<NodeSession> Sessions =>
        [
            .. from config in List("cilium.io/v2", "CiliumBGPNodeConfig")
            let node = $"{config["metadata"]!["name"]}"
            where _agents.ContainsKey(node)
            from instance in config["status"]?["bgpInstances"]?.AsArray() ?? []
            from peer in instance!["peers"]?.AsArray() ?? []
            select new NodeSession(node, $"{peer!["peerAddress"]}", $"{peer["peeringState"] ?? "idle"}"),
        ];

    public void Install(JsonObject values)
    {
        if (JsonNode.DeepEquals(values, _values))
        {
            return;
        }

        EndCilium();
        _values = values.DeepClone().AsObject();
        if (!Values.HasBgp(_values))
        {
            return;
        }

        _operator = Start("operator", [.. Values.OperatorFlags(_values)]);
        foreach (var node in _nodes.Keys.Order(StringComparer.Ordinal))
        {
            StartSpeaker(node);
        }
    }

    public void Apply(JsonObject manifest) => _api.Apply(manifest);

    public void Delete(JsonObject manifest) => _api.Delete(manifest);

    public IReadOnlyList<JsonObject> List(string apiVersion, string kind) => _api.List(apiVersion, kind);

    public void Join(ClusterNode node)
    {
        _nodes[node.Name] = node;
        var manifest = NodeObject(node.Name);
        var labels = new JsonObject { ["kubernetes.io/hostname"] = node.Name };
        foreach (var (key, value) in node.Labels)
        {
            labels[key] = value;
        }

        manifest["metadata"]!["labels"] = labels;
        Apply(manifest);
        var status = NodeObject(node.Name);
        status["status"] = new JsonObject
        {
            ["addresses"] = new JsonArray([
                .. node.Addresses.Select(address => new JsonObject { ["type"] = "InternalIP", ["address"] = address }),
            ]),
        };
        _api.Report(status);
        if (_operator is not null)
        {
            StartSpeaker(node.Name);
        }
    }

    public void Leave(string node)
    {
        StopSpeaker(node);
        _nodes.TryRemove(node, out _);
        Delete(NodeObject(node));
    }

    public void StartSpeaker(string node)
    {
        if (!_agents.ContainsKey(node))
        {
            _agents[node] = Start("agent", "--node", node, "--netns", _nodes[node].Network.Name);
        }
    }

    public void StopSpeaker(string node)
    {
        if (_agents.TryRemove(node, out var agent))
        {
            End(agent);
        }
    }

    public void KillSpeaker(string node)
    {
        if (_agents.TryRemove(node, out var agent))
        {
            agent.Dispose();
        }
    }

    public void Dispose() => _teardown.Dispose();

    private static string[] Ranges(IReadOnlyList<string> ranges) =>
        ranges.Count == 0 ? [] : [$"--apiserver-flag=--service-cluster-ip-range={string.Join(',', ranges)}"];

    private static string FileIn(string folder) => Path.Combine(folder, "server", "kubeconfig");

    private static string Describe(CiliumTools tools)
    {
        // Lines of "MODULE vVERSION".
        var versions = Shell.Do(tools.Cilium, "version").Split('\n');
        var cilium = versions.First(line => line.Contains("cilium/cilium ", StringComparison.Ordinal)).Split(' ')[^1];
        return $"Cilium {cilium.TrimStart('v')}'s own control plane against a real API server";
    }

    private static JsonObject NodeObject(string name) =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject { ["name"] = name },
        };

    private static void End(RunningProgram program)
    {
        using (program)
        {
            program.Terminate();
        }
    }

    private RunningProgram Start(string mode, params string[] arguments) =>
        Shell.Start("", _tools.Cilium, [mode, "--kubeconfig", Kubeconfig, .. Values.Flags(_values!), .. arguments]);

    private void EndCilium()
    {
        // All at once: with graceful restart each takes its time.
        foreach (var agent in _agents.Values)
        {
            agent.Signal("TERM");
        }

        foreach (var node in _agents.Keys)
        {
            StopSpeaker(node);
        }

        if (_operator is { } running)
        {
            End(running);
            _operator = null;
        }
    }
}
