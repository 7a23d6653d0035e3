namespace BgpLb.Tests.Cilium;

internal static class Expect
{
    /// <summary>Fails with all complaints in full, which Assert.Empty would cut short.</summary>
    public static void None(IEnumerable<string> complaints)
    {
        string[] all = [.. complaints];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
