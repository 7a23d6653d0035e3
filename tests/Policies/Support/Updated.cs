using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Tests.Policies.Support;

/// <summary>The shipped stacks as after an update: whatever other resources put out is known.</summary>
internal static class Updated
{
    public static StackView Dev { get; } = Read("dev");

    public static StackView Prod { get; } = Read("prod");

    public static StackView Of(string name) => name == "dev" ? Dev : Prod;

    private static StackView Read(string name)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, name);
        var graph = StackGraph.Build(Designer.Design(reading).Design!, reading.Settings!.Secrets);
        var inputs = graph.Resources.ToDictionary(resource => resource.Urn, resource => (Fields)Known(resource.Inputs));
        var planned = PlannedResources.Of(graph);
        return planned with
        {
            Resources =
            [
                .. planned.Resources.Select(resource =>
                    inputs.TryGetValue(resource.Urn, out var known) ? resource with { Properties = known } : resource
                ),
            ],
        };
    }

    private static Value Known(Value value) =>
        value switch
        {
            Output output => new Text($"<{output.Property} of {output.Source.Name}>").AsSecret(),
            Secret secret => Known(secret.Inner).AsSecret(),
            Items items => Items.Of(items.Elements.Select(Known)),
            Fields fields => Fields.Of(fields.Entries.Select(entry => entry with { Value = Known(entry.Value) })),
            Joined joined => new Text(string.Concat(joined.Parts.Select(Known).Select(TextOf))).AsSecret(),
            _ => value,
        };

    private static string TextOf(Value value) => ((Text)(value is Secret secret ? secret.Inner : value)).Content;
}
