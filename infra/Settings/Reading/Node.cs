using System.Collections.Immutable;

namespace BgpLb.Settings.Reading;

/// <summary>A piece of what a person wrote, from a stack file or from the engine's configuration.</summary>
/// <param name="Line">The line in the stack file, from 1; 0 where there is no file.</param>
internal abstract record Node(int Line)
{
    /// <summary>What it is, for "found" in an error; never the text of a secret.</summary>
    public abstract string Describe();
}

/// <param name="Content">The text as written, without quotes.</param>
/// <param name="IsText">Whether quotes or the format say that it is a text, not a number or boolean.</param>
internal sealed record ScalarNode(string Content, bool IsText, int Line) : Node(Line)
{
    /// <summary>Whether it stands for no value at all, as a key without one does.</summary>
    public bool IsNull => !IsText && Content is ("" or "~" or "null" or "Null" or "NULL");

    public override string Describe() =>
        Content.Length switch
        {
            0 when IsText => "an empty text",
            0 => "nothing",
            > 80 => $"\"{Content.AsSpan(0, 77)}…\"",
            _ => $"\"{Content}\"",
        };
}

internal sealed record ListNode(ImmutableArray<Node> Elements, int Line) : Node(Line)
{
    public override string Describe() => "a list";
}

internal sealed record MapNode(ImmutableArray<MapEntry> Entries, int Line) : Node(Line)
{
    /// <summary>The value of a key; a key without a value counts as left out.</summary>
    public Node? this[string key] =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.Ordinal))?.Value is { } value
        && value is not ScalarNode { IsNull: true }
            ? value
            : null;

    public override string Describe() => "an object";
}

internal sealed record MapEntry(string Key, Node Value, int Line);

/// <summary>A secret: its text under the engine, null offline, where only its ciphertext is at hand.</summary>
internal sealed record SecretNode(Node? Clear, int Line) : Node(Line)
{
    public override string Describe() => "a secret";
}
