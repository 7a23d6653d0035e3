namespace BgpLb.Tests.Cilium;

internal static class Expect
{
    /// <summary>Fails with all complaints in full, which Assert.Empty would cut short.</summary>
    public static void None(IEnumerable<string> complaints)
    {
        string[] all = [.. complaints];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    /// <summary>The same texts, in whatever order.</summary>
    public static void Same(IEnumerable<string> expected, IEnumerable<string> found)
    {
        string[] sorted = [.. expected.Order(StringComparer.Ordinal)];
        string[] others = [.. found.Order(StringComparer.Ordinal)];
        Assert.Equal(sorted, others);
    }
}
