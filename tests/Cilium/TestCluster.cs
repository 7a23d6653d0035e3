namespace BgpLb.Tests.Cilium;

/// <summary>A real API server with the kinds of one release of Cilium; no nodes, no containers.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _folder;

    private TestCluster(ChildProcess process, string folder, string kubeconfig)
    {
        _process = process;
        _folder = folder;
        Kubeconfig = kubeconfig;
        Api = new ApiClient(kubeconfig);
    }

    public string Kubeconfig { get; }

    public ApiClient Api { get; }

    public static async Task<TestCluster> StartAsync(string program, string version)
    {
        var folder = Directory.CreateTempSubdirectory("bgplb-cluster-").FullName;
        var process = ChildProcess.Start(
            program,
            [
                "up",
                "--stdin",
                "--dir",
                folder,
                "--apiserver-flag=--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112",
                .. ReferenceData.DefinitionFolders(version).SelectMany(crds => new[] { "--crds", crds }),
            ]
        );
        try
        {
            var line = await process.ReadLineAsync(Patience.Limit);
            return new(process, folder, line["ready ".Length..]);
        }
        catch
        {
            await process.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
