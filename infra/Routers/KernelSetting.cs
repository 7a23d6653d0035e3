namespace BgpLb.Routers;

/// <summary>A setting of the router's kernel that its configuration has no statement for. Always global.</summary>
/// <param name="Key">
/// As sysctl knows it. A <c>*</c> stands for the interfaces with an address in the nodes' subnets, which only the router knows.
/// </param>
/// <param name="Purpose">What it is for, in a few words.</param>
internal sealed record KernelSetting(string Key, int Value, string Purpose)
{
    public override string ToString() =>
        $"kernel: {Key.Replace("*", "<nodes' link>", StringComparison.Ordinal)} = {Value} ({Purpose})";
}
