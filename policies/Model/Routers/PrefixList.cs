using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>A prefix list: the first entry that matches a route decides, and what none matches is denied.</summary>
internal sealed class PrefixList : Numbered<PrefixListEntry>
{
    /// <summary>The single addresses, /32 or /128, that it permits.</summary>
    public AddressSet Addresses
    {
        get
        {
            var (permitted, denied) = (AddressSet.Empty, AddressSet.Empty);
            foreach (var run in Runs(Entries.Where(entry => entry.MatchesAddresses)))
            {
                var matched = AddressSet.Of(run.Select(entry => entry.Prefix!.Range));
                if (run[0].Permits)
                {
                    permitted = permitted.Union(matched.Except(denied));
                }
                else
                {
                    denied = denied.Union(matched.Except(permitted));
                }
            }

            return permitted;
        }
    }

    /// <summary>All addresses within the networks that it permits, shorter than single addresses.</summary>
    public AddressSet Networks
    {
        get
        {
            var denied = new List<PrefixListEntry>();
            var permitted = new List<AddressRange>();
            foreach (var entry in Entries.Where(entry => entry.MatchesNetworks))
            {
                if (!entry.Permits)
                {
                    denied.Add(entry);
                }
                else if (!denied.Exists(earlier => earlier.Covers(entry)))
                {
                    permitted.Add(entry.Prefix!.Range);
                }
            }

            return AddressSet.Of(permitted);
        }
    }

    /// <summary>Neighbouring entries that all permit or all deny.</summary>
    private static IEnumerable<List<PrefixListEntry>> Runs(IEnumerable<PrefixListEntry> entries)
    {
        List<PrefixListEntry> run = [];
        foreach (var entry in entries)
        {
            if (run.Count > 0 && run[0].Permits != entry.Permits)
            {
                yield return run;
                run = [];
            }

            run.Add(entry);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}

/// <summary>An entry; VyOS says its parts one by one.</summary>
internal sealed class PrefixListEntry : NumberedEntry
{
    public bool Permits { get; set; }

    /// <summary>Null where it cannot be read; such an entry matches nothing.</summary>
    public Prefix? Prefix { get; set; }

    /// <summary>The shortest length that matches, where it is said.</summary>
    public uint? Ge { get; set; }

    /// <summary>The longest length that matches, where it is said.</summary>
    public uint? Le { get; set; }

    public bool MatchesAddresses => Prefix is { } prefix && Longest(prefix) == prefix.Network.Bits;

    public bool MatchesNetworks => Prefix is { } prefix && Shortest(prefix) < prefix.Network.Bits;

    /// <summary>Whether it matches all that another one matches.</summary>
    public bool Covers(PrefixListEntry other) =>
        Prefix is { } mine
        && other.Prefix is { } its
        && mine.Range.Contains(its.Range)
        && Shortest(mine) <= other.Shortest(its)
        && Longest(mine) >= other.Longest(its);

    private int Shortest(Prefix prefix) => (int)(Ge ?? (uint)prefix.Length);

    /// <summary>Without any bound, only the prefix itself matches.</summary>
    private int Longest(Prefix prefix) => (int)(Le ?? (Ge is null ? (uint)prefix.Length : (uint)prefix.Network.Bits));
}
