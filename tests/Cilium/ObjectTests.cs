using System.Text.Json.Nodes;
using BgpLb.Graph;

namespace BgpLb.Tests.Cilium;

/// <summary>Every Kubernetes object of both stacks against the kinds of every supported release.</summary>
public sealed class ObjectTests
{
    [SkippableTheory]
    [MemberData(nameof(ReferenceData.VersionsAndStacks), MemberType = typeof(ReferenceData))]
    public void Every_object_fits_its_kind_and_has_no_field_that_the_kind_lacks(string version, string stack)
    {
        ReferenceData.Require();
        var definitions = Definitions.Of(version);

        var complaints =
            from manifest in Manifest.Of(Shipped.Graph(stack))
            from complaint in definitions.Complaints(manifest)
            select $"{manifest} {complaint}";

        Expect.None(complaints);
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.VersionsAndStacks), MemberType = typeof(ReferenceData))]
    public void A_misspelt_field_at_any_depth_of_any_object_is_found(string version, string stack)
    {
        ReferenceData.Require();
        var definitions = Definitions.Of(version);

        foreach (var manifest in Manifest.Of(Shipped.Graph(stack)).Where(manifest => manifest.ApiVersion != "v1"))
        {
            foreach (var path in Fields(manifest.Json["spec"]!, "spec").Where(path => !IsFree(path)))
            {
                var misspelt = manifest.With(json => Misspell(json, path));
                Assert.True(definitions.Complaints(misspelt).Length > 0, $"{manifest} with {path} misspelt");
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void A_kind_of_another_version_is_found(string version)
    {
        ReferenceData.Require();
        var manifest = Manifest.Of(Shipped.Graph(Shipped.Prod)).First(m => m.Kind == "CiliumBGPPeerConfig");

        var complaints = Definitions.Of(version).Complaints(manifest.With(json => json["apiVersion"] = "cilium.io/v3"));

        Assert.Equal(["no such kind: cilium.io/v3 CiliumBGPPeerConfig"], complaints);
    }

    [SkippableFact]
    public void A_value_of_the_wrong_type_is_found()
    {
        ReferenceData.Require();
        var pool = Manifest.Of(Shipped.Graph(Shipped.Prod)).First(m => m.Kind == "CiliumLoadBalancerIPPool");

        var complaints = Definitions
            .Of("1.20.0")
            .Complaints(pool.With(json => json["spec"]!["allowFirstLastIPs"] = true));

        Assert.Contains(complaints, complaint => complaint.Contains("allowFirstLastIPs", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void The_type_token_says_the_same_as_the_object(string stack)
    {
        foreach (var manifest in Manifest.Of(Shipped.Graph(stack)))
        {
            var group = manifest.ApiVersion == "v1" ? "core/v1" : manifest.ApiVersion;
            Assert.Equal($"kubernetes:{group}:{manifest.Kind}", manifest.Type);
        }
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void No_object_is_of_a_kind_that_is_gone_or_announces_by_L2(string stack)
    {
        string[] gone = ["CiliumBGPPeeringPolicy", "CiliumL2AnnouncementPolicy"];

        Assert.DoesNotContain(Manifest.Of(Shipped.Graph(stack)), manifest => gone.AsSpan().Contains(manifest.Kind));
    }

    /// <summary>Names of labels, which anyone may choose.</summary>
    private static bool IsFree(string path) => path.Contains("matchLabels.", StringComparison.Ordinal);

    private static IEnumerable<string> Fields(JsonNode node, string at) =>
        node switch
        {
            JsonObject map => map.SelectMany(field =>
                Fields(field.Value!, $"{at}.{field.Key}").Prepend($"{at}.{field.Key}")
            ),
            JsonArray list => list.SelectMany((item, i) => Fields(item!, $"{at}.{i}")),
            _ => [],
        };

    private static void Misspell(JsonObject json, string path)
    {
        JsonNode at = json;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;
        }

        var value = at[steps[^1]]!;
        at.AsObject().Remove(steps[^1]);
        at[$"{steps[^1]}x"] = value.DeepClone();
    }
}
