using System.Collections.Immutable;

namespace BgpLb.Graph;

/// <summary>The custom resources whose outputs stand in one input.</summary>
public sealed record PropertyDependencies(string Property, ImmutableArray<CustomResource> Sources);

/// <summary>
/// What a resource waits for, as the official SDKs count it: custom resources only, a component standing for all
/// custom resources below it.
/// </summary>
public sealed record Dependencies(ImmutableArray<CustomResource> All, ImmutableArray<PropertyDependencies> PerProperty)
{
    public static Dependencies Of(Resource resource)
    {
        var all = new List<CustomResource>();
        var seen = new HashSet<CustomResource>();
        foreach (var explicitly in resource.DependsOn)
        {
            Collect(explicitly, resource, all, seen);
        }

        var perProperty = new List<PropertyDependencies>(resource.Inputs.Entries.Length);
        foreach (var (name, value) in resource.Inputs.Entries)
        {
            ImmutableArray<CustomResource> direct =
            [
                .. OutputsIn(value).Select(output => output.Source).OfType<CustomResource>().Distinct(),
            ];
            perProperty.Add(new(name, direct));
            all.AddRange(direct.Where(seen.Add));
        }

        return new([.. all], [.. perProperty]);
    }

    /// <summary>
    /// Every output of a custom resource that a value refers to, at any depth. A component's output is what stands
    /// behind it.
    /// </summary>
    public static IEnumerable<Output> OutputsIn(Value value) =>
        value switch
        {
            Output { Source: ComponentResource component } output => OutputsIn(
                component.Outputs[output.Property] ?? new Nothing()
            ),
            Output output => [output],
            Secret secret => OutputsIn(secret.Inner),
            Joined joined => joined.Parts.SelectMany(OutputsIn),
            Items items => items.Elements.SelectMany(OutputsIn),
            Fields fields => fields.Entries.SelectMany(entry => OutputsIn(entry.Value)),
            _ => [],
        };

    private static void Collect(Resource from, Resource except, List<CustomResource> all, HashSet<CustomResource> seen)
    {
        switch (from)
        {
            case CustomResource custom when seen.Add(custom):
                all.Add(custom);
                break;
            case ComponentResource component when component != except:
                foreach (var child in component.Children)
                {
                    Collect(child, except, all, seen);
                }

                break;
        }
    }
}
