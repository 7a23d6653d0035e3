using System.Text.Json.Nodes;
using BgpLb.Policies.Rules.Cilium;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Policies;

/// <summary>The tables that rules judge by, against what Cilium ships.</summary>
public sealed class ReferenceTests
{
    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void Every_value_that_the_chart_has_is_in_the_table(string version)
    {
        ReferenceData.Require();
        var defaults = ReferenceData.ReadYaml(ReferenceData.ChartFile(version, "values.yaml"));

        Assert.DoesNotContain(Judged(defaults.AsObject(), ""), path => !IsKnown(path, version));
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void The_chart_has_every_value_that_is_in_the_table(string version)
    {
        ReferenceData.Require();
        // Read by the templates, and in values.yaml only as a remark, if at all.
        string[] remarks =
        [
            "disableEnvoyVersionCheck",
            "fragmentTracking",
            "global",
            "iptablesLockTimeout",
            "labels",
            "nodeLabels",
            "policyAuditMode",
            "sessionAffinity",
        ];
        var chart = ChartKeys.Of(version);

        Assert.DoesNotContain(
            ChartValues.Known.Keys.Where(path => IsKnown(path, version)).Except(remarks),
            path => chart.Unknown(Nested(path)).Length > 0
        );
    }

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void A_value_that_the_table_has_for_other_releases_only_is_not_in_the_chart(string version)
    {
        ReferenceData.Require();
        var chart = ChartKeys.Of(version);
        string[] others = [.. ChartValues.Known.Keys.Where(path => !IsKnown(path, version))];

        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, path => chart.Unknown(Nested(path)).Length == 0);
    }

    [Fact]
    public void The_table_is_as_new_as_the_newest_release_that_there_is_data_for() =>
        Assert.Equal(
            ChartValues.Newest,
            (from object[] version in ReferenceData.Versions select MinorOf((string)version[0])).Max()
        );

    [SkippableTheory]
    [MemberData(nameof(ReferenceData.Versions), MemberType = typeof(ReferenceData))]
    public void The_kinds_have_exactly_the_fields_of_the_table(string version)
    {
        ReferenceData.Require();
        foreach (var (kind, fields) in ObjectFields.ByKind)
        {
            Assert.Equal(
                SpecOf(version, kind).Order(StringComparer.Ordinal),
                fields
                    .Leaves.Where(leaf => leaf.Value <= MinorOf(version))
                    .Select(leaf => leaf.Key)
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    private static int MinorOf(string version) => int.Parse(version.Split('.')[1]);

    private static bool IsKnown(string path, string version) =>
        ChartValues.Known.TryGetValue(path, out var known)
        && known.First <= MinorOf(version)
        && MinorOf(version) <= known.Last;

    /// <summary>The paths that the rule looks at: into an object only where the table lists what is in it.</summary>
    private static IEnumerable<string> Judged(JsonObject values, string at) =>
        values.SelectMany(value =>
        {
            var path = at + value.Key;
            return ChartValues.Closed.Contains(path) ? Judged(value.Value!.AsObject(), $"{path}.") : [path];
        });

    private static JsonNode Nested(string path) =>
        path.Split('.')
            .Reverse()
            .Aggregate((JsonNode)JsonValue.Create(1), (inner, step) => new JsonObject { [step] = inner });

    private static IEnumerable<string> SpecOf(string version, string kind) =>
        (
            from folder in ReferenceData.DefinitionFolders(version)
            from file in Directory.GetFiles(folder, "*.yaml")
            let definition = ReferenceData.ReadYaml(file)["spec"]!
            where definition["names"]!["kind"]!.ToString() == kind
            from served in definition["versions"]!.AsArray()
            where served!["name"]!.ToString() == "v2"
            select Leaves(served["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!, "")
        ).Single();

    private static IEnumerable<string> Leaves(JsonNode schema, string at) =>
        schema["properties"] is JsonObject properties
            ? properties.SelectMany(property =>
                Leaves(property.Value!, at.Length == 0 ? property.Key : $"{at}.{property.Key}")
            )
        : schema["items"] is { } items ? Leaves(items, $"{at}[]")
        : schema["additionalProperties"] is not null ? [$"{at}.*"]
        : [at];
}
