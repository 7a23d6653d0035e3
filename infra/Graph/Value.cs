using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace BgpLb.Graph;

/// <summary>
/// What an input of a resource holds: plain data, a secret around it, or the output of another resource, which is
/// known only once that resource has been registered. Immutable; building one does no I/O.
/// </summary>
public abstract record Value
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Value?(string? text) => text is null ? null : new Text(text);

    public static implicit operator Value(int number) => new Number(number);

    public static implicit operator Value(uint number) => new Number(number);

    public static implicit operator Value(double number) => new Number(number);

    public static implicit operator Value(bool flag) => new Flag(flag);

    /// <summary>This value, marked so that the engine encrypts it in the state and shows it nowhere.</summary>
    public Value AsSecret() => this is Secret ? this : new Secret(this);

    /// <summary>The parts joined to one text. It is secret, unknown or pending where any part is.</summary>
    public static Value Join(params ReadOnlySpan<Value> parts) => new Joined([.. parts]);
}

/// <summary>A text.</summary>
public sealed record Text(string Content) : Value;

/// <summary>A number; the engine's protocol knows only doubles.</summary>
public sealed record Number(double Amount) : Value;

/// <summary>A boolean.</summary>
public sealed record Flag(bool IsSet) : Value;

/// <summary>An explicit null, which Helm takes as "remove the chart's default".</summary>
public sealed record Nothing : Value;

/// <summary>A list.</summary>
public sealed record Items(ImmutableArray<Value> Elements) : Value
{
    public static Items Of(params IEnumerable<Value> elements) => new([.. elements]);
}

/// <summary>A value that no output, log or state may show in clear.</summary>
public sealed record Secret(Value Inner) : Value;

/// <summary>The output <paramref name="Property"/> of <paramref name="Source"/>, or its provider's id for "id".</summary>
public sealed record Output(Resource Source, string Property) : Value;

/// <summary>Texts, secrets and outputs, joined when all are known.</summary>
public sealed record Joined(ImmutableArray<Value> Parts) : Value;
