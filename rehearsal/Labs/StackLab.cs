using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal.Clusters;
using BgpLb.Rehearsal.Execution;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Rehearsal.Traffic;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>
/// Both ends of a stack on one machine, with nothing of the stack applied at first: routers, nodes with their cluster,
/// a client and a runner per router.
/// </summary>
internal sealed partial class StackLab : IDisposable
{
    private readonly Teardown _teardown = new();
    private readonly Action<string> _progress;
    private readonly GraphRun _run;
    private LoadBalancerDesign? _design;
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);
    private readonly KubernetesProvider _kubernetes;
    private IReadOnlyList<string> _endpointNodes = [];
    private volatile ServiceTable _services = ServiceTable.Empty;

    /// <param name="cluster">What speaks for the nodes; the lab owns it from now on.</param>
    /// <param name="progress">Is told of each step of an update before it runs.</param>
    public StackLab(string project, string stack, StackSettings settings, ICluster cluster, Action<string> progress)
    {
        (Settings, Cluster, _progress) = (settings, cluster, progress);
        _teardown.Add(cluster);
        (Routers, Commands) = _teardown.Construct(() =>
        {
            Refusals(settings);
            LabRouter[] routers =
            [
                .. settings.Routers.Select(router => _teardown.Add(new LabRouter(router, settings))),
            ];
            return (
                routers,
                new CommandProvider(
                    routers.ToDictionary(router => router.Gateway.Ssh.HostKey, router => router.Runner.Namespace)
                )
            );
        });
        Place = new(project, stack, Routers);
        Nodes = LabNode.Of(settings.Cluster);
        _kubernetes = new(cluster, () => Place.StoredPassword);
        _run = new(
            [new PasswordProvider(), _kubernetes, Commands],
            (type, inputs) => Place.Mistake.Inputs(type, inputs, Password)
        );
        _teardown.Construct(BuildNodes);
    }

    /// <summary>What the lab runs now, or will after the next update.</summary>
    public StackSettings Settings { get; private set; }

    public ICluster Cluster { get; }

    public IReadOnlyList<LabRouter> Routers { get; }

    public ImmutableArray<LabNode> Nodes { get; private set; }

    /// <summary>Runs the routers' scripts.</summary>
    public CommandProvider Commands { get; }

    /// <summary>What of the settings is another one here.</summary>
    public LabSettings Place { get; }

    /// <summary>What <see cref="Settings"/> mean.</summary>
    public LoadBalancerDesign Design => _design ??= Place.Design(Settings);

    /// <summary>The Services as they were when <see cref="Refresh"/> looked last.</summary>
    public ServiceTable Services => _services;

    /// <summary>The machine of a node.</summary>
    public Host HostOf(string node) => _hosts[node];

    /// <summary>The password of the sessions; empty before there is one.</summary>
    public string Password =>
        Settings.Bgp.Password.Source == PasswordSource.External
            ? Place.StoredPassword
            : $"{_run.State.FirstOrDefault(made => made.Type.EndsWith(":RandomPassword", StringComparison.Ordinal))?.Outputs["result"]}";

    /// <summary>Executes the graph of some settings.</summary>
    public Update Update(StackSettings settings)
    {
        (Settings, _design) = (settings, null);
        var update = _run.Apply(Place.Graph(settings), _progress);
        Refresh();
        return update;
    }

    /// <summary>The manifest of the first object of a kind that the stack has made.</summary>
    public JsonObject ObjectOf(string kind) =>
        Objects.FirstOrDefault(made => $"{made.Inputs["kind"]}" == kind)?.Inputs
        ?? Objects.Select(_kubernetes.FetchedBy).FirstOrDefault(fetched => $"{fetched?["kind"]}" == kind)
        ?? throw new RehearsalException($"the stack makes no {kind}");

    /// <summary>Makes the objects of the stack what they were, whoever has changed them.</summary>
    public void Repair()
    {
        foreach (var made in Objects)
        {
            _kubernetes.Make(made.Type, made.Inputs, made);
        }
    }

    /// <summary>Makes the default Services, and more of them in the general pool where there are to be so many addresses.</summary>
    public void AddServices(int? vips = null)
    {
        _endpointNodes = [.. Nodes.Select(node => node.Name)];
        var manifests = LabServices.Of(Settings, _endpointNodes).ToArray();
        var missing = vips - manifests.Count(manifest => $"{manifest["kind"]}" == "Service");
        var more = missing > 0 ? LabServices.More(Settings, _endpointNodes, missing.Value) : [];
        Parallel.ForEach(more.Prepend(manifests), new() { MaxDegreeOfParallelism = 4 }, AddAll);

        void AddAll(IEnumerable<JsonObject> some)
        {
            foreach (var manifest in some)
            {
                Cluster.Apply(manifest);
            }
        }
    }

    /// <summary>Looks which nodes serve which addresses now.</summary>
    public void Refresh() =>
        _services = ServiceTable.Of(
            Cluster.List("v1", "Service"),
            Cluster.List("discovery.k8s.io/v1", "EndpointSlice")
        );

    public void Dispose() => _teardown.Dispose();

    /// <summary>The objects that the stack has made, which have a manifest.</summary>
    private IEnumerable<Made> Objects =>
        _run.State.Where(made => made.Inputs.ContainsKey("kind") && made.Inputs.ContainsKey("metadata")).ToArray();

    /// <exception cref="RehearsalException">The lab cannot be like the stack.</exception>
    private static void Refusals(StackSettings settings)
    {
        if (settings.Routers.FirstOrDefault(router => router.Access is not SshSettings) is { } router)
        {
            throw new RehearsalException($"{router.Name}: delivery api cannot be rehearsed; with delivery ssh it can");
        }

        foreach (var group in settings.Cluster.NodeGroups)
        {
            if (settings.Routers.Count(router => LabRouter.IsOn(router, group)) > 1)
            {
                throw new RehearsalException(
                    $"node group {group.Name}: several routers in one subnet cannot be rehearsed yet"
                );
            }
        }
    }

    private void BuildNodes()
    {
        foreach (var node in Nodes)
        {
            Build(node);
        }

        if (Settings.Cilium.Management == Management.External)
        {
            Cluster.Install(Resolution.Of(Design.Release.Values, _ => null));
        }
    }
}
