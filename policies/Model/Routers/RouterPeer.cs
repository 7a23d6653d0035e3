using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>A peer group, or a peer that is listed by itself.</summary>
/// <param name="Name">The group's name or the peer's address, as it is written.</param>
internal sealed class RouterPeer(string Name)
{
    public string Name { get; } = Name;

    /// <summary>Whether the group exists; other statements about it do not make it.</summary>
    public bool IsDeclared { get; set; }

    /// <summary>The group that a listed peer belongs to.</summary>
    public string? Group { get; set; }

    /// <summary>An AS number, or FRR's <c>external</c> and <c>internal</c>.</summary>
    public string? RemoteAs { get; set; }

    public bool HasPassword { get; set; }

    public SessionTimers? Timers { get; set; }

    /// <summary>What becomes of routes while a peer restarts; null for what the router does anyway.</summary>
    public RestartMode? Restart { get; set; }

    public bool HasTtlSecurity { get; set; }

    public bool IsShutDown { get; set; }

    public Dictionary<IpFamily, PeerFamily> Families { get; } = [];

    /// <summary>The families whose routes are exchanged, IPv4 first.</summary>
    public IEnumerable<IpFamily> ActiveIn(RouterEnd router) =>
        new[] { IpFamily.IPv4, IpFamily.IPv6 }.Where(family =>
            Families.GetValueOrDefault(family)?.IsActive ?? (family == IpFamily.IPv4 && router.ActivatesIPv4)
        );

    /// <summary>What is said of a family, which may be nothing.</summary>
    public PeerFamily In(IpFamily family) =>
        Families.TryGetValue(family, out var found) ? found : Families[family] = new();
}

/// <summary>The peer's part in one address family.</summary>
internal sealed class PeerFamily
{
    /// <summary>Null where nothing is said.</summary>
    public bool? IsActive { get; set; }

    /// <summary>Routes beyond this many end the session.</summary>
    public uint? PrefixLimit { get; set; }

    /// <summary>The route map for what comes in.</summary>
    public string? Import { get; set; }

    /// <summary>The route map for what goes out.</summary>
    public string? Export { get; set; }
}

internal enum RestartMode
{
    /// <summary>The peer's routes stay while it restarts.</summary>
    Helps,

    /// <summary>Its routes go at once.</summary>
    Refuses,
}
