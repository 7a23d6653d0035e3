using BgpLb.Graph;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>Objects that exist already are taken over instead of made.</summary>
public sealed class AdoptionTests
{
    private static readonly string[] Adopted =
    [
        "CiliumLoadBalancerIPPool/bgp-default",
        "CiliumBGPPeerConfig/bgplb-ipv4",
        "CiliumBGPAdvertisement/bgplb-vips",
        "CiliumBGPClusterConfig/bgplb-nodes",
    ];

    [Fact]
    public void Adopted_objects_are_imported_by_name_and_taken_from_whoever_owns_their_fields()
    {
        var imported = Build().Objects().Where(resource => resource.Options.Import is not null).ToArray();

        Expect.Same(Adopted, imported.Select(Id));
        Assert.All(imported, resource => Assert.Equal(resource.Name, resource.Options.Import));
        Assert.All(imported, resource => Assert.Equal(new Text("true"), Annotation(resource, "pulumi.com/patchForce")));
    }

    [Fact]
    public void All_other_objects_are_made_and_force_nothing() =>
        Assert.All(
            Build().Objects().Where(resource => !Adopted.Contains(Id(resource), StringComparer.Ordinal)),
            resource =>
            {
                Assert.Null(resource.Options.Import);
                Assert.Null(Annotation(resource, "pulumi.com/patchForce"));
            }
        );

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Without_adoption_no_object_is_imported(string stack) =>
        Assert.All(Shipped.Graph(stack).Objects(), resource => Assert.Null(resource.Options.Import));

    private static string Id(CustomResource resource) => $"{((Text)resource.Inputs["kind"]!).Content}/{resource.Name}";

    private static Value? Annotation(CustomResource resource, string name) =>
        ((resource.Inputs["metadata"] as Fields)?["annotations"] as Fields)?[name];

    private static ResourceGraph Build()
    {
        var settings = Shipped.Settings(Shipped.Prod);
        return Shipped.Graph(
            Shipped.Prod,
            settings with
            {
                Cilium = settings.Cilium with { AdoptObjects = [.. Adopted] },
            }
        );
    }
}
