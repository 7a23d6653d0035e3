namespace BgpLb.Stacks.Yaml;

/// <summary>
/// Which texts need quotes. Rather too many: only what begins with a letter, has nothing but harmless characters and is
/// no word of YAML 1.1 goes without. So versions, addresses, communities (base 60!) and "Yes" stay texts.
/// </summary>
internal static class YamlQuotes
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "y",
        "n",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
    };

    public static bool AreNeeded(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] == '/') || text[^1] == ' ')
        {
            return true;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.' or '/' or ' '))
            {
                return true;
            }
        }

        return Words.Contains(text);
    }
}
