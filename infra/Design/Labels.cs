namespace BgpLb.Design;

/// <summary>The labels that Services, advertisements and the program's own objects carry.</summary>
public static class Labels
{
    /// <summary>On a Service: the pool to take its address from, by the pool's request.</summary>
    public const string Pool = "bgplb/pool";

    /// <summary>On a Service: "false" keeps its address from being announced.</summary>
    public const string Announce = "bgplb/announce";

    /// <summary>On an advertisement: what the peer configs select it by.</summary>
    public const string Advertisement = "bgplb/advertisement";

    /// <summary>LB-IPAM's own name for a Service's namespace.</summary>
    public const string ServiceNamespace = "io.kubernetes.service.namespace";
}
