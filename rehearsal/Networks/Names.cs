namespace BgpLb.Rehearsal;

/// <summary>Names that no other process on this machine gives, short enough for an interface (15 characters).</summary>
internal static class Names
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly string Process = InBase36(Environment.ProcessId);
    private static int s_count;

    /// <summary>Numbers of processes have five digits at most (2^22), which leaves four for the count.</summary>
    public static string Next() => $"bgplb{Process}x{InBase36(Interlocked.Increment(ref s_count))}";

    private static string InBase36(int number) => (number < 36 ? "" : InBase36(number / 36)) + Digits[number % 36];
}
