namespace BgpLb.Tests.Cilium;

/// <summary>A release of Cilium, as a type so that each can have a server of its own.</summary>
public interface IRelease
{
    static abstract string Version { get; }
}

public sealed class Cilium118 : IRelease
{
    public static string Version => "1.18.0";
}

public sealed class Cilium119 : IRelease
{
    public static string Version => "1.19.0";
}

public sealed class Cilium120 : IRelease
{
    public static string Version => "1.20.0";
}

/// <summary>An API server with the kinds of one release, for all tests of a class.</summary>
public sealed class ApiServer<TRelease> : IAsyncLifetime
    where TRelease : IRelease
{
    private TestCluster? _cluster;

    internal TestCluster Cluster
    {
        get
        {
            Tools.Require("testcluster");
            return _cluster!;
        }
    }

    public async Task InitializeAsync()
    {
        if (ReferenceData.IsThere && Tools.Find("testcluster") is { } program)
        {
            _cluster = await TestCluster.StartAsync(program, TRelease.Version);
        }
    }

    public async Task DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
