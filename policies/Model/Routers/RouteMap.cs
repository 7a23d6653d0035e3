using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>A route map: the first entry whose conditions a route meets decides, and what meets none is denied.</summary>
internal sealed class RouteMap : Numbered<RouteMapEntry>
{
    public IEnumerable<RouteMapEntry> Permitting => Entries.Where(entry => entry.Permits);
}

/// <summary>An entry of a route map.</summary>
internal sealed class RouteMapEntry : NumberedEntry
{
    public bool Permits { get; set; }

    /// <summary>The prefix list that a route's network has to be in, per family.</summary>
    public Dictionary<IpFamily, string> PrefixLists { get; } = [];

    /// <summary>The list of communities that it has to carry.</summary>
    public string? Communities { get; set; }

    /// <summary>Whether there is a condition or a jump that nobody here understands.</summary>
    public bool HasMore { get; set; }
}
