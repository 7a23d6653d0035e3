using BgpLb.Graph;
using BgpLb.Policies.Model;
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
    public void Who_depends_on_whom_is_kept()
    {
        var confirmation = Shipped.Dev.The("Command gateway-confirmation");

        Assert.Contains(Shipped.Dev.The("CiliumBGPClusterConfig bgplb-blue").Urn, confirmation.Dependencies);
        Assert.Equal(Shipped.Dev.The("RouterConfirmation gateway").Urn, confirmation.Parent);
    }
}
