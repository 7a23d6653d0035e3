using System.Collections.Immutable;

namespace BgpLb.Settings.Reading;

/// <summary>What a field takes: the source of the JSON schema, the reference and the errors' "allowed".</summary>
/// <param name="Json">The JSON type: string, integer, number, boolean, array or object.</param>
/// <param name="Allowed">In words: "a whole number from 3 to 65535".</param>
/// <param name="Choices">The only texts that are taken; empty for no such limit.</param>
/// <param name="Pattern">A regular expression that every valid text matches.</param>
/// <param name="TakesDigits">Whether a text of digits alone is valid, which <c>pulumi config set</c> writes as a number.</param>
/// <param name="Least">The least number, or the least elements of a list.</param>
/// <param name="IsOpen">Whether the names of an object's fields are the user's choice; Element says what they hold.</param>
internal sealed record ValueShape(
    string Json,
    string Allowed,
    ImmutableArray<string> Choices = default,
    string? Pattern = null,
    bool TakesDigits = false,
    long? Least = null,
    long? Most = null,
    ValueShape? Element = null,
    ImmutableArray<FieldShape> Fields = default,
    bool IsOpen = false
);

/// <param name="Default">As it would be written; null where there is none.</param>
internal sealed record FieldShape(
    string Name,
    ValueShape Value,
    string Documentation,
    bool IsRequired,
    string? Default,
    bool IsSecret = false
);
