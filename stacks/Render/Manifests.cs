using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Stacks.Render;

/// <summary>Takes from an object what only Pulumi's provider reads: annotations under pulumi.com.</summary>
internal static class Manifests
{
    public static Fields WithoutPulumi(Fields manifest) => Replace(manifest, "metadata", WithoutAnnotations);

    private static Fields? WithoutAnnotations(Fields metadata) =>
        Replace(
            metadata,
            "annotations",
            annotations => Other(annotations) is { Entries.IsEmpty: false } kept ? kept : null
        );

    private static Fields Other(Fields annotations) =>
        new(annotations.Entries.RemoveAll(entry => entry.Name.StartsWith("pulumi.com/", StringComparison.Ordinal)));

    /// <summary>The fields with one of them changed in its place, or left out for null.</summary>
    private static Fields Replace(Fields fields, string name, Func<Fields, Fields?> change)
    {
        var kept = ImmutableArray.CreateBuilder<Field>(fields.Entries.Length);
        foreach (var entry in fields.Entries)
        {
            if (entry.Name != name || entry.Value is not Fields inner)
            {
                kept.Add(entry);
            }
            else if (change(inner) is { } changed)
            {
                kept.Add(new(name, changed));
            }
        }

        return new(kept.DrainToImmutable());
    }
}
