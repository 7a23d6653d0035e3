namespace BgpLb.Components;

/// <summary>The providers' versions, pinned on every resource so that nobody's machine chooses others.</summary>
public static class Packages
{
    public const string Kubernetes = "4.32.0";
    public const string Command = "1.2.1";
    public const string Random = "4.21.0";
}
