namespace BgpLb.Stacks.Render;

/// <summary>A file as it will stand in the folder.</summary>
/// <param name="Path">Relative to the folder, with slashes on every system.</param>
/// <param name="Content">The whole text, ending in a line feed.</param>
/// <param name="About">What it is for, in Markdown.</param>
internal sealed record RenderedFile(string Path, string Content, string About);
