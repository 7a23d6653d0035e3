using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Tests.Policies.Model;

public sealed class StackResourceTests
{
    [Theory]
    [InlineData("kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool", "CiliumLoadBalancerIPPool inner")]
    [InlineData("kubernetes:core/v1:Secret", "Secret inner")]
    [InlineData("command:remote:Command", "Command outer")]
    [InlineData("bgplb:index:AddressPools", "AddressPools outer")]
    public void It_is_called_by_its_kind_and_an_object_of_Kubernetes_by_its_own_name(string type, string called)
    {
        var resource = Named(type, "inner");

        Assert.Equal(called, $"{resource}");
        Assert.Equal(called.EndsWith("inner", StringComparison.Ordinal), resource.Kind is not null);
        Assert.Equal($"{called}: spec", $"{resource["spec"]}");
        Assert.Equal(called, $"{resource.Root}");
    }

    public static TheoryData<Value?, string> Shown =>
        new()
        {
            { null, "nothing" },
            { new Nothing(), "nothing" },
            { "a", "\"a\"" },
            { 1.5, "1.5" },
            { true, "true" },
            { false, "false" },
            { Items.Of("a"), "a list" },
            { Fields.Empty, "an object" },
            { new Unknown(), "a value that is not known yet" },
            { ((Value)"a").AsSecret(), "a secret" },
            { new Unknown().AsSecret(), "a secret" },
        };

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_value_is_shown_shortly_and_a_secret_never(Value? value, string shown) =>
        Assert.Equal(shown, new Property(Named("a:b:C", "x"), "p", value, IsSecret: value is Secret).Shown);

    private static StackResource Named(string type, string name) =>
        new(
            "urn",
            type,
            "outer",
            Fields.Of(("metadata", Fields.Of(("name", name)))),
            Parent: null,
            [],
            IsProtected: false
        );
}
