namespace BgpLb.Rehearsal;

/// <summary>Names that no other process on this machine gives, short enough for an interface (15 characters).</summary>
internal static class Names
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly string Process = InBase36(Environment.ProcessId);
    private static int s_count;

    /// <summary>Numbers of processes have five digits at most (2^22), which leaves four for the count.</summary>
    public static string Next() => $"bgplb{Process}-{InBase36(Interlocked.Increment(ref s_count))}";

    /// <summary>The number of the process that gave a name; null for a name of somebody else.</summary>
    public static int? OwnerOf(string name)
    {
        var end = name.LastIndexOf('-');
        if (!name.StartsWith("bgplb", StringComparison.Ordinal) || end <= 5)
        {
            return null;
        }

        var owner = 0;
        foreach (var digit in name[5..end])
        {
            var value = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            owner = (owner * 36) + value;
        }

        return owner;
    }

    private static string InBase36(int number) => (number < 36 ? "" : InBase36(number / 36)) + Digits[number % 36];
}
