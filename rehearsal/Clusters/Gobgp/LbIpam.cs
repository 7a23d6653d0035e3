using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Writes into the status of Services and pools what LB-IPAM would.</summary>
internal static class LbIpam
{
    private const string Satisfied = "cilium.io/IPAMRequestSatisfied";

    /// <param name="pools">In the order in which they were made, as the Services.</param>
    public static void Reconcile(
        IReadOnlyList<JsonObject> pools,
        IReadOnlyList<JsonObject> services,
        ReleaseValues values,
        DateTimeOffset now
    )
    {
        // As long as there has been no pool, LB-IPAM sleeps.
        JsonObject[] served =
        [
            .. services.Where(service =>
                AddressRequest.IsServed(service, values) && (pools.Count > 0 || Condition.IsOn(service, Satisfied))
            ),
        ];
        foreach (var service in services.Except(served).Where(service => Condition.IsOn(service, Satisfied)))
        {
            Condition.Remove(service, Satisfied);
            Write(service, []);
        }

        AddressPool[] read = [.. pools.Select(AddressPool.Of)];
        var grants = Allocation.Of(read, [.. served.Select(service => AddressRequest.Of(service, values))]);
        foreach (var (service, grant) in served.Zip(grants))
        {
            Write(service, grant.Addresses);
            new Condition(
                Satisfied,
                grant.Reason is null ? "True" : "False",
                grant.Reason ?? "satisfied",
                grant.Message
            ).WriteTo(service, now);
        }

        Count(pools, read, [.. grants.SelectMany(grant => grant.Addresses)], now);
    }

    private static void Write(JsonObject service, ImmutableArray<Address> addresses)
    {
        if (!AddressRequest.Addresses(service).SequenceEqual(addresses))
        {
            service.Object("status").Object("loadBalancer")["ingress"] = new JsonArray([
                .. addresses.Select(address => new JsonObject { ["ip"] = address.ToString(), ["ipMode"] = "VIP" }),
            ]);
        }
    }

    private static void Count(
        IReadOnlyList<JsonObject> manifests,
        AddressPool[] pools,
        HashSet<Address> given,
        DateTimeOffset now
    )
    {
        var conflicts = PoolConflicts.Of(pools);
        foreach (var (manifest, pool) in manifests.Zip(pools))
        {
            var conflict = conflicts.GetValueOrDefault(pool.Name);
            var used = pool.Reserved.Union(given.Where(address => OwnerOf(address) == pool)).Count;
            Condition[] conditions =
            [
                conflict is null
                    ? new("cilium.io/PoolConflict", "False", "resolved")
                    : new("cilium.io/PoolConflict", "True", "cidr_overlap", conflict),
                new("cilium.io/IPsTotal", "Unknown", "noreason", $"{pool.Size}"),
                new("cilium.io/IPsAvailable", "Unknown", "noreason", $"{pool.Size - used}"),
                new("cilium.io/IPsUsed", "Unknown", "noreason", $"{used}"),
            ];
            foreach (var condition in conditions)
            {
                condition.WriteTo(manifest, now);
            }
        }

        // Of pools that overlap, the one that gives.
        AddressPool? OwnerOf(Address address) =>
            pools.Where(pool => pool.Contains(address)).MinBy(pool => conflicts.ContainsKey(pool.Name));
    }
}
