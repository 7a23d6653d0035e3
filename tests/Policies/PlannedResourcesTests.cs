using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Engine;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies;

public sealed class PlannedResourcesTests
{
    [Fact]
    public void A_secret_text_with_a_secret_in_it_is_one_secret()
    {
        var stdin = Shipped.Prod.The("Command udm-pro-change")["stdin"];

        Assert.True(stdin.IsSecret);
        Assert.Contains("REVERT_AFTER='300'", stdin.Text, StringComparison.Ordinal);
        Assert.Equal("a secret", stdin.Shown);
    }

    [Fact]
    public void A_text_that_waits_for_another_resource_is_not_known() =>
        Assert.Throws<NotKnownYetException>(() => Shipped.Dev.The("Command gateway-change")["stdin"].Text);

    [Fact]
    public void A_joined_text_is_secret_or_unknown_as_a_whole_where_any_part_is()
    {
        Assert.Equal((Value)"ab", Seen(Value.Join("a", "b")));
        Assert.Equal(((Value)"ab").AsSecret(), Seen(Value.Join("a", ((Value)"b").AsSecret())));
        Assert.Equal(new Unknown(), Seen(Value.Join("a", Output)));
        Assert.Equal(new Unknown().AsSecret(), Seen(Value.Join("a", Output.AsSecret())));
        Assert.Equal(new Unknown().AsSecret(), Seen(Value.Join(Output, ((Value)"b").AsSecret())));
    }

    [Fact]
    public void Only_what_the_program_protects_is_protected()
    {
        var graph = new ResourceGraph("p", "s");
        var group = new Group(graph);
        _ = new CustomResource(group, "a:b:C", "kept", Fields.Empty, new() { Version = "1", Protect = true }, "a test");
        group.Add("free");

        Assert.Equal(
            ["kept"],
            PlannedResources.Of(graph).Resources.Where(one => one.IsProtected).Select(one => one.Name)
        );
    }

    [Fact]
    public void Who_depends_on_whom_is_kept()
    {
        var confirmation = Shipped.Dev.The("Command gateway-confirmation");

        Assert.Contains(Shipped.Dev.The("CiliumBGPClusterConfig bgplb-blue").Urn, confirmation.Dependencies);
        Assert.Equal(Shipped.Dev.The("RouterConfirmation gateway").Urn, confirmation.Parent);
    }

    private static Output Output
    {
        get
        {
            var graph = new ResourceGraph("p", "s");
            return new(new Group(graph).Add("made", Fields.Empty), "id");
        }
    }

    private static Value Seen(Value value)
    {
        var graph = new ResourceGraph("p", "s");
        new Group(graph).Add("thing", Fields.Of(("value", value)));
        return PlannedResources.Of(graph).Resources.Single(one => one.Name == "thing")["value"].Value!;
    }
}
