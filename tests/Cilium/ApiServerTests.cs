using System.Net;

namespace BgpLb.Tests.Cilium;

/// <summary>
/// A real API server takes every object of both stacks, and keeps refusing what it should. <see cref="ObjectTests"/> hold
/// the objects against the kinds of every release; servers of the older ones start where there is time.
/// </summary>
[Trait("Needs", "Programs")]
public abstract class ApiServerTests<TRelease>(ApiServer<TRelease> server) : IClassFixture<ApiServer<TRelease>>
    where TRelease : IRelease
{
    private ApiClient Api => server.Cluster.Api;

    [SkippableTheory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public async Task Every_object_is_taken_and_applying_it_again_changes_nothing(string stack)
    {
        var api = Api;
        var manifests = Manifest.Of(Shipped.Graph(stack));
        try
        {
            foreach (var manifest in manifests)
            {
                var first = await api.ApplyAsync(manifest);
                Assert.True(first.Status == HttpStatusCode.Created, $"{manifest}: {first.Status} {first.Message}");
                var second = await api.ApplyAsync(manifest);
                Assert.True(second.IsSuccess, $"{manifest}: {second.Status} {second.Message}");
                Assert.True(first.ResourceVersion == second.ResourceVersion, $"{manifest} changed without a change");
            }
        }
        finally
        {
            foreach (var manifest in manifests)
            {
                await api.DeleteAsync(manifest);
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Refusal.Names), MemberType = typeof(Refusal))]
    public async Task A_mistake_is_refused(string mistake)
    {
        var refusal = Refusal.Named(mistake);

        var answer = await Api.ApplyAsync(refusal.Manifest);

        Assert.False(answer.IsSuccess);
        Assert.True(answer.Message.Contains(refusal.Message, StringComparison.Ordinal), answer.Message);
    }
}

[Trait("Takes", "Long")]
public sealed class ApiServer118Tests(ApiServer<Cilium118> server) : ApiServerTests<Cilium118>(server);

[Trait("Takes", "Long")]
public sealed class ApiServer119Tests(ApiServer<Cilium119> server) : ApiServerTests<Cilium119>(server);

public sealed class ApiServer120Tests(ApiServer<Cilium120> server) : ApiServerTests<Cilium120>(server);
