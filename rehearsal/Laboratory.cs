using System.Net;
using BgpLb.Rehearsal.Clusters.Cilium;
using BgpLb.Rehearsal.Execution;
using BgpLb.Rehearsal.Labs;
using BgpLb.Settings;

namespace BgpLb.Rehearsal;

/// <summary>The lab of a stack with nothing applied, for use by hand. Its routers can be reached on this machine's loopback.</summary>
public sealed class Laboratory : IDisposable
{
    private readonly Teardown _teardown = new();
    private readonly StackLab _lab;
    private readonly List<string> _directions = [];

    private Laboratory(SettingsReading reading, SpeakerKind speakers)
    {
        var settings = reading.Settings!;
        _lab = _teardown.Add(
            new StackLab(reading.Project, reading.Stack, settings, Rehearsals.Speakers(speakers, settings), _ => { })
        );
        _teardown.Construct(() => Direct(reading.Project));
    }

    /// <summary>How to point kubectl, Pulumi and the other verbs at it, line by line.</summary>
    public IReadOnlyList<string> Directions => _directions;

    /// <param name="reading">Settings without problems.</param>
    /// <exception cref="RehearsalException">It does not come up.</exception>
    public static Laboratory Open(SettingsReading reading, SpeakerKind speakers)
    {
        Leftovers.CleanUp();
        return new(reading, speakers);
    }

    public void Dispose() => _teardown.Dispose();

    private void Direct(string project)
    {
        _lab.AddServices();
        // A chart has no nodes to run on here; what it would start runs already.
        _lab.Cluster.Install(Resolution.Of(_lab.Design.Release.Values, _ => null));
        _directions.Add($"# {_lab.Cluster.Description}; nothing of the stack is applied. Ctrl-C ends the lab.");
        if (_lab.Cluster is CiliumCluster cluster)
        {
            _directions.Add($"export KUBECONFIG={cluster.Kubeconfig}");
        }
        else
        {
            _directions.Add("# gobgpd has no API server: only the routers can be pointed at.");
        }

        _directions.Add("# In a stack file of your own, a copy of this one:");
        _directions.Add($"#   {project}:cilium: {{ management: external }}    (the rest as it is)");
        foreach (var router in _lab.Routers)
        {
            var forward = _teardown.Add(new Forward(router.Runner.Namespace, IPAddress.Parse(router.Address), 22));
            var key = Path.Combine(_teardown.AddFolder(), "key");
            SshKey.Write(key, router.PrivateKey);
            _directions.Add($"#   {project}:routers, {router.Settings.Name}:");
            _directions.Add(
                $"#     ssh: {{ host: 127.0.0.1, port: {forward.Port}, user: root, hostKey: {router.Access.HostKey} }}"
            );
            _directions.Add($"#   pulumi config set --secret --path '{project}:sshKeys.{router.Settings.Name}' <{key}");
            _directions.Add($"# By hand: ssh -i {key} -p {forward.Port} root@127.0.0.1; its host key is");
            _directions.Add($"#   {router.Access.HostKey}");
            _directions.Add($"# A client behind it: ip netns exec {router.Client.Namespace.Name} bash");
        }
    }
}
