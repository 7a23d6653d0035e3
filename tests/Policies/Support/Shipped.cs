using System.Collections.Immutable;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Tests.Policies.Support;

/// <summary>The shipped stacks as the rules see them, and ways to spoil them.</summary>
internal static class Shipped
{
    public static StackView Dev { get; } = Read("dev");

    public static StackView Prod { get; } = Read("prod");

    public static TheoryData<string> Names => ["dev", "prod"];

    public static StackView Of(string name) => name == "dev" ? Dev : Prod;

    /// <summary>
    /// The stack with one property set: to a text, a number, a boolean, a <see cref="Value"/>, or null to take it away.
    /// </summary>
    /// <param name="resource">As the rules show it, kind and name: <c>CiliumBGPPeerConfig bgplb-ipv4</c>, <c>RouterChange udm-pro</c>.</param>
    /// <param name="path">From the inputs: <c>spec.families[0].afi</c>. An index one past the end adds an element.</param>
    public static StackView With(this StackView stack, string resource, string path, object? value) =>
        stack.Change(
            resource,
            found => found with { Properties = (Fields)Set(found.Properties, Steps(path), ValueOf(value))! }
        );

    /// <summary>The stack with a resource changed.</summary>
    public static StackView Change(this StackView stack, string resource, Func<StackResource, StackResource> change)
    {
        var found = stack.The(resource);
        return stack with { Resources = stack.Resources.Replace(found, change(found)) };
    }

    /// <summary>The stack with a part of a text replaced, which has to be there.</summary>
    public static StackView Replace(this StackView stack, string resource, string path, string from, string to)
    {
        var text = stack.The(resource)[path].Text!;
        Assert.Contains(from, text);
        return stack.With(resource, path, text.Replace(from, to));
    }

    /// <summary>The stack without a resource.</summary>
    public static StackView Without(this StackView stack, string resource) =>
        stack with
        {
            Resources = stack.Resources.Remove(stack.The(resource)),
        };

    /// <summary>The stack with something that somebody made beside the program.</summary>
    public static StackView And(this StackView stack, string type, string name, Fields properties) =>
        stack with
        {
            Resources = stack.Resources.Add(
                new(
                    $"urn:pulumi:{stack.Name}::{stack.Project}::{type}::{name}",
                    type,
                    name,
                    properties,
                    Parent: null,
                    [],
                    IsProtected: false
                )
            ),
        };

    public static StackResource The(this StackView stack, string resource)
    {
        var found = stack.Resources.Where(candidate => candidate.ToString() == resource).ToArray();
        Assert.True(
            found.Length == 1,
            $"{found.Length} resources are {resource}; there are {string.Join(", ", stack.Resources)}"
        );
        return found[0];
    }

    private static StackView Read(string name)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, name);
        var design = Designer.Design(reading).Design!;
        return PlannedResources.Of(StackGraph.Build(design, reading.Settings!.Secrets));
    }

    private static string[] Steps(string path) =>
        path.Replace("[", ".[").Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static Value? ValueOf(object? value) =>
        value switch
        {
            null => null,
            Value given => given,
            string text => new Text(text),
            bool flag => new Flag(flag),
            _ => new Number(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
        };

    private static Value? Set(Value? at, ReadOnlySpan<string> steps, Value? value)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        if (at is Secret secret)
        {
            return Set(secret.Inner, steps, value)?.AsSecret();
        }

        var rest = steps[1..];
        if (steps[0] is ['[', .. var index, ']'])
        {
            var items = at as Items ?? new Items([]);
            var i = int.Parse(index, System.Globalization.CultureInfo.InvariantCulture);
            var set = Set(i < items.Elements.Length ? items.Elements[i] : null, rest, value);
            return new Items(
                set is null ? items.Elements.RemoveAt(i)
                : i < items.Elements.Length ? items.Elements.SetItem(i, set)
                : items.Elements.Add(set)
            );
        }

        var fields = at as Fields ?? Fields.Empty;
        var name = steps[0];
        var changed = Set(fields[name], rest, value);
        ImmutableArray<Field> others = [.. fields.Entries.Where(entry => entry.Name != name)];
        return new Fields(changed is null ? others : others.Add(new(name, changed)));
    }
}
