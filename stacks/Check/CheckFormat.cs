namespace BgpLb.Stacks.Check;

/// <summary>What a check writes.</summary>
internal enum CheckFormat
{
    Text,
    Json,
    GitHub,
    Sarif,
    JUnit,
    Markdown,
}
