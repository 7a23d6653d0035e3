using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>Three ways to have a Cilium release: installed, taken over, somebody else's.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void An_installed_release_is_made_and_deleted_with_the_stack()
    {
        var release = ReleaseOf(Build(Management.Install)).Single();

        Assert.Null(release.Options.Import);
        Assert.Null(release.Options.RetainOnDelete);
        Assert.Equal(new Text("1.20.2"), release.Inputs["version"]);
    }

    [Fact]
    public void An_adopted_release_is_imported_and_stays_when_the_stack_goes()
    {
        var release = ReleaseOf(Build(Management.Adopt)).Single();

        Assert.Equal("kube-system/cilium", release.Options.Import);
        Assert.True(release.Options.RetainOnDelete);
        Assert.Equal(
            GraphView.Json(ReleaseOf(Build(Management.Install)).Single().Inputs),
            GraphView.Json(release.Inputs)
        );
    }

    [Fact]
    public void Somebody_elses_release_is_left_alone_and_the_values_it_needs_are_shown()
    {
        var graph = Build(Management.External);
        var component = graph.Components<CiliumRelease>().Single();

        Assert.Empty(ReleaseOf(graph));
        Assert.Empty(component.Children);
        Assert.Equal(
            GraphView.Json(ReleaseOf(Build(Management.Install)).Single().Inputs["values"]!),
            GraphView.Json(component.Inputs["neededValues"]!)
        );
    }

    [Fact]
    public void Values_that_are_written_elsewhere_are_not_shown_twice() =>
        Assert.Null(Build(Management.Install).Components<CiliumRelease>().Single().Inputs["neededValues"]);

    [Fact]
    public void A_chart_from_a_registry_has_no_repository_and_the_update_need_not_wait()
    {
        var settings = Shipped.Settings(Shipped.Dev);
        var release = ReleaseOf(
                Shipped.Graph(
                    Shipped.Dev,
                    settings with
                    {
                        Cilium = settings.Cilium with { Chart = "oci://example.org/charts/cilium", Await = false },
                    }
                )
            )
            .Single();

        Assert.Null(release.Inputs["repositoryOpts"]);
        Assert.Equal(new Flag(IsSet: true), release.Inputs["skipAwait"]);
        Assert.Equal(new Text("oci://example.org/charts/cilium"), release.Inputs["chart"]);
    }

    private static CustomResource[] ReleaseOf(ResourceGraph graph) => graph.Custom("kubernetes:helm.sh/v3:Release");

    private static ResourceGraph Build(Management management)
    {
        var settings = Shipped.Settings(Shipped.Prod);
        return Shipped.Graph(Shipped.Prod, settings with { Cilium = settings.Cilium with { Management = management } });
    }
}
