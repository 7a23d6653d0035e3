using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>What a route map lets in, of one family.</summary>
/// <param name="Addresses">Those that are accepted as single addresses, /32 or /128.</param>
/// <param name="Networks">All addresses within accepted networks that are larger.</param>
internal sealed record ImportFilter(AddressSet Addresses, AddressSet Networks)
{
    /// <summary>Whether a map asks for a prefix list of the family wherever it permits something.</summary>
    public static bool IsBounded(RouteMap map, IpFamily family) =>
        map.Permitting.All(entry => entry.PrefixLists.ContainsKey(family));

    /// <summary>Resolves a map. Communities are no part of it: an entry that asks for some counts as met.</summary>
    /// <exception cref="NotKnownYetException">The map has conditions that nobody here understands.</exception>
    public static ImportFilter Of(RouterEnd router, RouteMap map, IpFamily family)
    {
        var (addresses, networks, decided) = (AddressSet.Empty, AddressSet.Empty, AddressSet.Empty);
        foreach (var entry in map.Entries)
        {
            if (entry.HasMore || (!entry.Permits && entry.Communities is not null))
            {
                throw new NotKnownYetException(
                    $"{router.Configuration}: a route map has conditions that the rule does not understand"
                );
            }

            var list = ListOf(router, entry, family);
            var matched = list?.Addresses ?? (entry.PrefixLists.Count == 0 ? AddressSet.All(family) : AddressSet.Empty);
            if (entry.Permits)
            {
                addresses = addresses.Union(matched.Except(decided));
                networks = networks.Union(list?.Networks ?? AddressSet.Empty);
            }

            decided = decided.Union(matched);
        }

        return new(addresses, networks);
    }

    /// <summary>A list that does not exist matches nothing.</summary>
    private static PrefixList? ListOf(RouterEnd router, RouteMapEntry entry, IpFamily family) =>
        entry.PrefixLists.TryGetValue(family, out var name)
            ? router.PrefixLists(family).GetValueOrDefault(name) ?? new()
            : null;
}
