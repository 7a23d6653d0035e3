using System.Runtime.CompilerServices;
using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>
/// What a RouterChange declares to stand on its router, whatever the language. A reader of the language fills it; from
/// then on it is only read. What is null was not said: the rules know what a router then does.
/// </summary>
internal sealed class RouterEnd
{
    private static readonly ConditionalWeakTable<StackResource, RouterEnd> Read = [];

    private readonly Dictionary<string, PrefixList> _prefixLists4 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PrefixList> _prefixLists6 = new(StringComparer.Ordinal);

    private RouterEnd(StackResource resource)
    {
        Resource = resource;
        IsVyos = string.Equals(resource["dialect"].Text, "vyos", StringComparison.Ordinal);
        var lines = (Configuration.Text ?? "").Split('\n', StringSplitOptions.TrimEntries);
        if (IsVyos)
        {
            VyosReader.Read(lines, this);
        }
        else
        {
            FrrReader.Read(lines, this);
        }
    }

    /// <summary>The end of a RouterChange; read once, however many rules ask.</summary>
    public static RouterEnd Of(StackResource change) => Read.GetValue(change, found => new(found));

    public StackResource Resource { get; }

    public bool IsVyos { get; }

    /// <summary>The place of a finding.</summary>
    public Property Configuration => Resource["configuration"];

    /// <summary>Whether it is gone for good: nobody configures it any more.</summary>
    public bool IsRetained => Resource["retain"].Exists;

    public uint? Asn { get; set; }

    /// <summary>How many dynamic sessions it takes.</summary>
    public uint? ListenLimit { get; set; }

    /// <summary>Over how many next hops a route is spread, where it is said within the address family.</summary>
    public Dictionary<IpFamily, uint> MaximumPaths { get; } = [];

    /// <summary>Whether <c>maximum-paths</c> is also said outside the address families.</summary>
    public bool HasStrayMaximumPaths { get; set; }

    /// <summary>Those of every peer that has none of its own.</summary>
    public SessionTimers? Timers { get; set; }

    /// <summary>Seconds for which routes of a lost session stay at most.</summary>
    public uint? StalePathTime { get; set; }

    /// <summary>Whether an expired hold timer counts as a restart, as FRR has it unless told otherwise.</summary>
    public bool KeepsRoutesOfTheSilent { get; set; } = true;

    /// <summary>Whether all sessions are shut down.</summary>
    public bool IsShutDown { get; set; }

    /// <summary>Whether FRR's graceful restart is off for the whole router.</summary>
    public bool RefusesRestarts { get; set; }

    /// <summary>Whether a peer exchanges IPv4 routes without being told to: in FRR, unless that is turned off.</summary>
    public bool ActivatesIPv4 { get; set; }

    public Dictionary<string, RouterPeer> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Peers that are listed one by one, by what is written: an address, perhaps with a length.</summary>
    public Dictionary<string, RouterPeer> Neighbors { get; } = new(StringComparer.Ordinal);

    public List<ListenRange> ListenRanges { get; } = [];

    /// <summary>By their names; those of one family, as a name can be used once in each.</summary>
    public Dictionary<string, PrefixList> PrefixLists(IpFamily family) =>
        family == IpFamily.IPv4 ? _prefixLists4 : _prefixLists6;

    public Dictionary<string, CommunityList> CommunityLists { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RouteMap> RouteMaps { get; } = new(StringComparer.Ordinal);

    /// <summary>Lines that say nothing that this model holds, or that nobody here understands.</summary>
    public List<string> Aside { get; } = [];

    /// <summary>The groups whose members dial in, and so come and go by themselves.</summary>
    public IEnumerable<RouterPeer> ListeningGroups =>
        ListenRanges.Select(range => range.Group).Distinct(StringComparer.Ordinal).Select(GroupOf).OfType<RouterPeer>();

    /// <summary>A group that is declared; null without it.</summary>
    public RouterPeer? GroupOf(string name) =>
        Groups.TryGetValue(name, out var group) && group.IsDeclared ? group : null;

    /// <summary>Something out of the configuration, for a message.</summary>
    public string Shown(object? value) => Configuration.IsSecret ? "a secret" : $"{value ?? "nothing"}";

    public override string ToString() => Resource.Name;
}

/// <param name="Group">The peer group that who dials from there joins.</param>
internal sealed record ListenRange(Prefix Range, string Group);

/// <summary>Seconds.</summary>
internal sealed record SessionTimers(uint KeepAlive, uint Hold)
{
    public override string ToString() => $"{KeepAlive} s and {Hold} s";
}
