using System.Text.Json.Nodes;
using BgpLb.Graph;

namespace BgpLb.Tests.Cilium;

/// <summary>Helm values against the chart's schema, and against the keys that the chart reads.</summary>
public sealed class ValuesTests
{
    [SkippableTheory]
    [MemberData(nameof(ReferenceData.VersionsAndStacks), MemberType = typeof(ReferenceData))]
    public void The_values_of_both_stacks_fit_the_chart(string version, string stack)
    {
        ReferenceData.Require();
        var release = Shipped.Graph(stack).Resources.OfType<CustomResource>().Single(r => r.Name == "cilium");

        Expect.None(Complaints(version, ClearJson.Of(release.Inputs["values"]!)!));
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void The_values_of_every_combination_of_settings_fit_the_chart(string version)
    {
        ReferenceData.Require();

        Expect.None(
            from variant in Variant.Accepted
            from complaint in Complaints(version, variant.Values!)
            select $"{variant}: {complaint}"
        );
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void A_misspelt_key_is_found_although_the_schema_lets_it_pass(string version)
    {
        ReferenceData.Require();
        var values = Variant.Accepted[0].Values!;
        values["bgpControlPlane"]!["secretNamespace"] = new JsonObject { ["name"] = "kube-system" };
        values["loadBalancer"]!["mod"] = "dsr";
        values["bpgControlPlane"] = new JsonObject { ["enabled"] = true };

        Assert.Equal(
            ["loadBalancer.mod", "bgpControlPlane.secretNamespace", "bpgControlPlane"],
            ChartKeys.Of(version).Unknown(values)
        );
        Expect.None(ChartSchemas.Of(version).Complaints(values));
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void A_value_of_the_wrong_type_is_found(string version)
    {
        ReferenceData.Require();
        var values = Variant.Accepted[0].Values!;
        values["bgpControlPlane"]!["enabled"] = "true";

        Assert.Single(Complaints(version, values));
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Values_announce_by_BGP_only_and_show_what_happens(string stack)
    {
        var values = ClearJson.Of(Shipped.Design(stack).Release.Values)!;

        Assert.True(values["bgpControlPlane"]!["enabled"]!.GetValue<bool>());
        Assert.False(values["l2announcements"]!["enabled"]!.GetValue<bool>());
        Assert.True(values["prometheus"]!["enabled"]!.GetValue<bool>());
        Assert.True(values["operator"]!["prometheus"]!["enabled"]!.GetValue<bool>());
        Assert.True(values["hubble"]!["enabled"]!.GetValue<bool>());
        Assert.NotEmpty(values["hubble"]!["metrics"]!["enabled"]!.AsArray());
    }

    [Fact]
    public void Values_come_out_the_same_every_time() =>
        Assert.All(
            Variant.Accepted,
            variant => Assert.Equal(variant.Values!.ToJsonString(), variant.Values!.ToJsonString())
        );

    private static IEnumerable<string> Complaints(string version, JsonNode values) =>
        ChartSchemas.Of(version).Complaints(values).Concat(ChartKeys.Of(version).Unknown(values));
}
