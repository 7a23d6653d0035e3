using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>What the Command provider's resources run.</summary>
internal static class Commands
{
    public const string Remote = "command:remote:Command";
    public const string Local = "command:local:Command";

    public static bool IsCommand(this StackResource resource) => resource.Type is Remote or Local;

    /// <summary>The texts that a shell runs: command lines, and what they read from standard input.</summary>
    /// <exception cref="NotKnownYetException">One is not known; after all that are.</exception>
    public static IEnumerable<CommandText> Texts(this StackResource command)
    {
        Property? unknown = null;
        foreach (var name in (string[])["create", "update", "delete", "stdin"])
        {
            var at = command[name];
            if (at.IsUnknown())
            {
                unknown = at;
            }
            else if (at.Text is { } text)
            {
                yield return new(at, text);
            }
        }

        _ = unknown?.Text;
    }

    /// <summary>Whether asking for its content would throw.</summary>
    public static bool IsUnknown(this Property property) => property.Value is Unknown or Secret { Inner: Unknown };
}

/// <summary>A text that a shell runs, and where it stands.</summary>
internal sealed record CommandText(Property At, string Text);
