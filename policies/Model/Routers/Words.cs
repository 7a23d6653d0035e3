using System.Globalization;

namespace BgpLb.Policies.Model.Routers;

/// <summary>What a word of a router's configuration means.</summary>
internal static class Words
{
    /// <summary>Whether it is a whole number without a sign.</summary>
    public static bool IsNumber(string word, out uint number) =>
        uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
