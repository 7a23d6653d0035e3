namespace BgpLb.Routers;

/// <summary>
/// A setting of the router's kernel that its configuration has no statement for: for the whole router, and then asserted and
/// never taken away; or for the nodes' links, where what ran before returns.
/// </summary>
/// <param name="Key">
/// As sysctl knows it. A <c>*</c> stands for the interfaces with an address in the nodes' subnets, which only the router knows.
/// </param>
/// <param name="Purpose">What it is for, in a few words.</param>
internal sealed record KernelSetting(string Key, int Value, string Purpose)
{
    public bool IsOfLinks => Key.Contains('*', StringComparison.Ordinal);

    public override string ToString() =>
        $"kernel: {Key.Replace("*", "<nodes' link>", StringComparison.Ordinal)} = {Value} ({Purpose})";
}
