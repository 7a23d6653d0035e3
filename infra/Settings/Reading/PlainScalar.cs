using System.Globalization;

namespace BgpLb.Settings.Reading;

/// <summary>
/// Unquoted scalars that the engine's YAML reader hands over as something else: 1.10 as the number 1.1, 010 as 8, a date
/// as a point in time. Read as text they would differ between the two ways into the program, so they are refused.
/// </summary>
internal static class PlainScalar
{
    /// <summary>What a scalar that is meant as a text becomes under the engine; null where it stays what it is.</summary>
    public static string? AsText(ScalarNode scalar)
    {
        var text = scalar.Content;
        if (scalar.IsText || text.Length == 0)
        {
            return null;
        }

        if (text is "True" or "TRUE" or "False" or "FALSE")
        {
            return "true or false";
        }

        return IsOdd(text) ? "something else"
            : IsFloat(text, out var number) && Canonical(number) is var canonical && canonical != text
                ? $"the number {canonical}"
            : null;
    }

    /// <summary>Numbers that are not decimal at first sight, and dates.</summary>
    public static bool IsOdd(string text)
    {
        var digits = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        return digits.Length > 1
            && char.IsAsciiDigit(digits[0])
            && (IsBased(digits) || (digits.Contains('_') && Only(digits, IsDecimal)) || IsDate(digits));
    }

    /// <summary>010, 0x1f, 0o7, 0b1.</summary>
    private static bool IsBased(ReadOnlySpan<char> digits) =>
        digits[0] == '0'
        && (char.IsAsciiDigit(digits[1]) || digits[1] is 'x' or 'o' or 'b')
        && Only(digits[2..], letter => char.IsAsciiHexDigit(letter) || letter == '_');

    /// <summary>YYYY-M-D, alone or with a time after it.</summary>
    private static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length >= 8
        && text[4] == '-'
        && Only(text[..4], char.IsAsciiDigit)
        && char.IsAsciiDigit(text[5])
        && text[5..].IndexOf('-') is 1 or 2
        && (text.Length <= 10 ? char.IsAsciiDigit(text[^1]) : text[10..].Contains(':'));

    /// <summary>A decimal number that is not written as a whole one, or too large for it.</summary>
    private static bool IsFloat(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number)
        && Only(text, IsDecimal)
        && (text[0] == '+' || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static bool IsDecimal(char letter) =>
        char.IsAsciiDigit(letter) || letter is '.' or 'e' or 'E' or '+' or '-' or '_';

    private static bool Only(ReadOnlySpan<char> text, Func<char, bool> isAllowed)
    {
        foreach (var letter in text)
        {
            if (!isAllowed(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static string Canonical(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
