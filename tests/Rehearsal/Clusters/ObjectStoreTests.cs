using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Clusters.Gobgp;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

public class ObjectStoreTests
{
    private readonly ObjectStore _store = new(TimeProvider.System);

    [Fact]
    public void A_manifest_replaces_what_was_said_before_and_status_and_birth_stay()
    {
        _store.Apply(Pool("vips", "", """, "disabled": true"""));
        var made = _store.Find("CiliumLoadBalancerIPPool", "vips")!;
        made["status"] = new JsonObject { ["x"] = 1 };
        var (uid, birth) = (made["metadata"]!["uid"]!.ToString(), made["metadata"]!["creationTimestamp"]!.ToString());

        _store.Apply(Pool("vips", ""));
        _store.Apply(Pool("vips", ""));

        var now = Assert.Single(_store.List("cilium.io/v2", "CiliumLoadBalancerIPPool"));
        Assert.Null(now["spec"]!["disabled"]);
        Assert.Equal("1", now["status"]!["x"]!.ToString());
        Assert.Equal(
            (uid, birth),
            (now["metadata"]!["uid"]!.ToString(), now["metadata"]!["creationTimestamp"]!.ToString())
        );
        Assert.Equal("2", now["metadata"]!["generation"]!.ToString());
    }

    [Fact]
    public void Lists_are_sorted_copies()
    {
        _store.Apply(Pool("b", ""));
        _store.Apply(Pool("a", ""));

        var list = _store.List("cilium.io/v2", "CiliumLoadBalancerIPPool");
        list[0].Remove("spec");

        Assert.Equal(["a", "b"], list.Select(pool => pool["metadata"]!["name"]!.ToString()));
        Assert.Equal(
            ["b", "a"],
            _store.Of("CiliumLoadBalancerIPPool").Select(pool => pool["metadata"]!["name"]!.ToString())
        );
        Assert.NotNull(_store.Find("CiliumLoadBalancerIPPool", "a")!["spec"]);
        Assert.Empty(_store.List("cilium.io/v2alpha1", "CiliumLoadBalancerIPPool"));
    }

    [Fact]
    public void Texts_of_a_Secret_are_encoded()
    {
        _store.Apply(Secret());

        var secret = Assert.Single(_store.List("v1", "Secret"));
        Assert.Equal("Zmlyc3Q=", secret["data"]!["password"]!.ToString());
        Assert.Null(secret["stringData"]);
    }

    [Fact]
    public void A_namespace_takes_along_what_is_in_it()
    {
        _store.Apply(Secret());
        _store.Apply(Service("web"));

        _store.Delete(Json("""{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kube-system"}}"""));
        _store.Delete(Json("""{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "not there"}}"""));

        Assert.Empty(_store.List("v1", "Secret"));
        Assert.Equal("default", Assert.Single(_store.List("v1", "Service"))["metadata"]!["namespace"]!.ToString());
    }
}
