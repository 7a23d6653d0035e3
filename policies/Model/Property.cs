using System.Globalization;
using BgpLb.Graph;

namespace BgpLb.Policies.Model;

/// <summary>
/// A value of a resource and where it stands. Asking for a part of what is not there gives a property without a value;
/// asking for the content of what nobody knows yet throws <see cref="NotKnownYetException"/>.
/// </summary>
/// <param name="Path">From the resource's inputs: <c>spec.timers.holdTimeSeconds</c>, <c>blocks[0].cidr</c>.</param>
/// <param name="Value">Null where there is nothing.</param>
/// <param name="IsSecret">Whether it is a secret, or sits inside one: its content may be judged, and never be quoted.</param>
public sealed record Property(StackResource Resource, string Path, Value? Value, bool IsSecret)
{
    /// <summary>A field of an object.</summary>
    public Property this[string name] => Under(Path.Length == 0 ? name : $"{Path}.{name}", (Known as Fields)?[name]);

    /// <summary>Whether there is a value, known or not.</summary>
    public bool Exists => Inner is not (null or Nothing);

    public string? Text => (Known as Text)?.Content;

    /// <summary>A number, or a text that is one: the engine's configuration knows only texts.</summary>
    public double? Number =>
        Known switch
        {
            Number number => number.Amount,
            Text text
                when double.TryParse(text.Content, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) =>
                read,
            _ => null,
        };

    public bool? Flag => (Known as Flag)?.IsSet;

    /// <summary>The elements of a list; empty for anything else.</summary>
    public IEnumerable<Property> Elements =>
        Known is Items items ? items.Elements.Select((element, i) => Under($"{Path}[{i}]", element)) : [];

    /// <summary>The fields of an object, in their order; empty for anything else.</summary>
    public IEnumerable<PropertyEntry> Entries =>
        Known is Fields fields ? fields.Entries.Select(entry => new PropertyEntry(entry.Name, this[entry.Name])) : [];

    /// <summary>For a message: a short text of it, and of a secret only that it is one.</summary>
    public string Shown =>
        IsSecret ? "a secret"
        : Inner is Unknown ? "a value that is not known yet"
        : Inner switch
        {
            null or Nothing => "nothing",
            Text text => $"\"{text.Content}\"",
            Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
            Flag { IsSet: var isSet } => isSet ? "true" : "false",
            Items => "a list",
            _ => "an object",
        };

    public override string ToString() => Path.Length == 0 ? Resource.ToString() : $"{Resource}: {Path}";

    private Value? Inner => Value is Secret secret ? secret.Inner : Value;

    private Value? Known =>
        Inner is Unknown ? throw new NotKnownYetException($"{this} is not known before the update") : Inner;

    private Property Under(string path, Value? value) => new(Resource, path, value, IsSecret || value is Secret);
}

/// <summary>A field of an object.</summary>
public sealed record PropertyEntry(string Name, Property Value);
