namespace BgpLb.Routers;

/// <summary>A setting of the router's kernel, in the dialects that leave those to the system. Always global.</summary>
/// <param name="Key">As sysctl knows it.</param>
/// <param name="Purpose">What it is for, in a few words.</param>
internal sealed record KernelSetting(string Key, int Value, string Purpose);
