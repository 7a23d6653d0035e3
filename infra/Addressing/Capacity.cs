namespace BgpLb.Addressing;

/// <summary>How many addresses ranges have together.</summary>
public static class Capacity
{
    /// <summary>The sum; <see cref="long.MaxValue"/> stands for that many or more.</summary>
    public static long Of(IEnumerable<AddressRange> ranges)
    {
        var sum = 0L;
        foreach (var range in ranges)
        {
            sum = range.Count > long.MaxValue - sum ? long.MaxValue : sum + range.Count;
        }

        return sum;
    }
}
