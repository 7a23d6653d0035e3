namespace BgpLb.Tests;

/// <summary>
/// How long a test waits for what has to come. Only a test that fails waits so long, so it is more than the busiest
/// machine needs; that something came sooner than this proves nothing.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
}
