using System.Text;

namespace BgpLb.Routers;

/// <summary>
/// The routes that discard what is sent to a VIP nobody announces; without them it would go back and forth between the
/// router and its own default gateway.
/// </summary>
internal static class Discard
{
    /// <summary>Administrative distance: any other route for the same network wins.</summary>
    public const int Distance = 254;

    /// <summary>
    /// A static route has no name, so a tag says whose it is: 32 bits of FNV-1a over the owner, never 0.
    /// </summary>
    public static uint TagOf(string owner)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(owner))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return hash == 0 ? 1 : hash;
    }
}
