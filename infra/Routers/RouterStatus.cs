using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BgpLb.Routers;

/// <summary>The document that <see cref="RouterScripts.Status"/> prints, taken apart. What a part says is not looked at.</summary>
/// <param name="Parts">By name, in the order of the document.</param>
public sealed record RouterStatus(ImmutableArray<RouterStatus.Part> Parts)
{
    private const string FirstLine = "bgplb-status 1";
    private const string LastLine = "end";

    /// <summary>What was read of one thing.</summary>
    /// <param name="Name">What it is, such as <c>sessions</c> or <c>routes/ipv4</c>.</param>
    /// <param name="Status">0, or the exit status of what could not read it, or not in full; 124 where it did not answer.</param>
    /// <param name="Content">As the router printed it, passwords masked.</param>
    public sealed record Part(string Name, int Status, string Content);

    /// <summary>The part of this name; null where the document has none.</summary>
    public Part? this[string name] => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>Takes a document apart; null where it is none, or not all of one.</summary>
    /// <param name="document">What the script printed, in the router's bytes.</param>
    public static RouterStatus? Read(ReadOnlySpan<byte> document)
    {
        if (LineOf(ref document) != FirstLine)
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<Part>();
        while (LineOf(ref document) is { } line)
        {
            if (line == LastLine)
            {
                return new(parts.DrainToImmutable());
            }

            if (
                line.Split(' ') is not [var name, var status, var length]
                || !int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                || document.Length <= bytes
            )
            {
                return null;
            }

            parts.Add(new(name, code, Encoding.UTF8.GetString(document[..bytes])));
            document = document[(bytes + 1)..];
        }

        return null;
    }

    /// <summary>The next line; null where no line ends.</summary>
    private static string? LineOf(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        var line = Encoding.UTF8.GetString(rest[..end]);
        rest = rest[(end + 1)..];
        return line;
    }
}
