using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>A route map: the first entry whose conditions a route meets decides, and what meets none is denied.</summary>
internal sealed class RouteMap
{
    public SortedDictionary<uint, RouteMapEntry> Entries { get; } = [];

    public IEnumerable<RouteMapEntry> Permitting => Entries.Values.Where(entry => entry.Permits);

    /// <summary>The entry of a number, made where there is none.</summary>
    public RouteMapEntry At(uint number) =>
        Entries.TryGetValue(number, out var entry) ? entry : Entries[number] = new();
}

/// <summary>An entry of a route map.</summary>
internal sealed class RouteMapEntry
{
    public bool Permits { get; set; }

    /// <summary>The prefix list that a route's network has to be in, per family.</summary>
    public Dictionary<IpFamily, string> PrefixLists { get; } = [];

    /// <summary>The list of communities that it has to carry.</summary>
    public string? Communities { get; set; }

    /// <summary>Whether there is a condition or a jump that nobody here understands.</summary>
    public bool HasMore { get; set; }
}
