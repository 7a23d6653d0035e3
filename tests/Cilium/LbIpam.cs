using System.Net;
using System.Text.Json.Nodes;

namespace BgpLb.Tests.Cilium;

/// <summary>Cilium's own operator, giving out addresses from the prod stack's pools on a real API server.</summary>
public sealed class LbIpam : IAsyncLifetime
{
    private TestCluster? _cluster;
    private ChildProcess? _operator;

    internal static Manifest[] Pools { get; } =
    [.. Manifest.Of(Shipped.Graph(Shipped.Prod)).Where(manifest => manifest.Kind == "CiliumLoadBalancerIPPool")];

    public async Task InitializeAsync()
    {
        if (
            !ReferenceData.IsThere
            || Tools.Find("testcluster") is not { } server
            || Tools.Find("cilium-bgp") is not { } cilium
        )
        {
            return;
        }

        _cluster = await TestCluster.StartAsync(server, Cilium120.Version);
        foreach (var pool in Pools)
        {
            await ApplyAsync(pool);
        }

        // The operator does not end with its input, and not soon when told to; the shell sees to both.
        _operator = ChildProcess.Start(
            "/bin/sh",
            "-c",
            "\"$@\" & child=$!; read -r _; kill -9 $child",
            "sh",
            cilium,
            "operator",
            "--kubeconfig",
            _cluster.Kubeconfig
        );
    }

    public async Task DisposeAsync()
    {
        if (_operator is not null)
        {
            await _operator.DisposeAsync();
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    internal async Task ApplyAsync(Manifest manifest)
    {
        Tools.Require("testcluster", "cilium-bgp");
        var answer = await _cluster!.Api.ApplyAsync(manifest);
        Assert.True(answer.IsSuccess, $"{manifest}: {answer.Message}");
    }

    /// <summary>Waits until the operator has written what is looked for into an object's status.</summary>
    internal async Task<JsonNode> WaitAsync(Manifest manifest, Func<JsonNode, bool> isThere)
    {
        Tools.Require("testcluster", "cilium-bgp");
        var end = DateTime.UtcNow + Patience.Limit;
        while (true)
        {
            var answer = await _cluster!.Api.GetAsync(manifest);
            if (answer.Status == HttpStatusCode.OK && answer.Json["status"] is { } status && isThere(status))
            {
                return status;
            }

            Assert.True(DateTime.UtcNow < end, $"{manifest}: {answer.Json["status"]}\n{_operator!.Errors}");
            await Task.Delay(100);
        }
    }
}
