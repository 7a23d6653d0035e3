using System.Collections.Immutable;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>What a Service gets.</summary>
/// <param name="Reason">Why not all that it wants, as LB-IPAM's conditions have it; null when it is satisfied.</param>
internal sealed record Grant(ImmutableArray<Address> Addresses, string? Reason, string Message = "");

/// <summary>Gives out addresses by the rules of LB-IPAM.</summary>
internal sealed class Allocation
{
    private readonly IReadOnlyList<AddressPool> _pools;
    private readonly IReadOnlyList<AddressPool> _open;
    private readonly HashSet<Address> _taken;

    private Allocation(IReadOnlyList<AddressPool> pools)
    {
        var conflicts = PoolConflicts.Of(pools);
        _pools = pools;
        _open = [.. pools.Where(pool => !pool.IsDisabled && !conflicts.ContainsKey(pool.Name))];
        _taken = [.. pools.SelectMany(pool => pool.Reserved)];
    }

    /// <summary>The grants in the order of the requests: first everybody keeps what is still theirs, then each is given the rest.</summary>
    /// <param name="pools">The oldest first: they give in this order.</param>
    /// <param name="requests">The oldest first.</param>
    public static IReadOnlyList<Grant> Of(IReadOnlyList<AddressPool> pools, IReadOnlyList<AddressRequest> requests)
    {
        var allocation = new Allocation(pools);
        var kept = requests.Select(allocation.Keep).ToList();
        return [.. requests.Select((request, i) => allocation.Complete(request, kept[i]))];
    }

    private List<Address> Keep(AddressRequest request) =>
        [.. request.Held.Where(address => IsTheirs(request, address) && _taken.Add(address))];

    /// <summary>A pool that is disabled or in conflict takes nothing back.</summary>
    private bool IsTheirs(AddressRequest request, Address address) =>
        (request.Wanted.IsEmpty ? request.Families.Contains(address.Family) : request.Wanted.Contains(address))
        && _pools.Any(pool => pool.Contains(address) && pool.Selects(request.Labels));

    private Grant Complete(AddressRequest request, List<Address> held)
    {
        Grant? refusal = null;
        if (request.Wanted.IsEmpty)
        {
            foreach (var family in request.Families.Where(family => held.All(address => address.Family != family)))
            {
                refusal = TakeAny(request, family, held) ?? refusal;
            }
        }
        else
        {
            foreach (var address in request.Wanted.Where(address => !held.Contains(address)).ToArray())
            {
                refusal = Take(request, address, held) ?? refusal;
            }
        }

        return (refusal ?? new Grant([], Reason: null)) with
        {
            Addresses = [.. held],
        };
    }

    private Grant? TakeAny(AddressRequest request, IpFamily family, List<Address> held)
    {
        var ranges =
            from pool in _open
            where pool.Selects(request.Labels)
            from range in pool.Ranges
            where range.Family == family
            select range;
        var isAny = false;
        foreach (var range in ranges)
        {
            isAny = true;
            if (AddressPool.Next(range, _taken) is { } address)
            {
                _taken.Add(address);
                held.Add(address);
                return null;
            }
        }

        return isAny
            ? new Grant(
                [],
                "out_of_ips",
                "All enabled CiliumLoadBalancerIPPools that match this service ran out of allocatable IPs"
            )
            : new Grant([], "no_pool", "There are no enabled CiliumLoadBalancerIPPools that match this service");
    }

    private Grant? Take(AddressRequest request, Address address, List<Address> held)
    {
        AddressPool[] around = [.. _open.Where(pool => pool.Contains(address))];
        if (around.Length == 0)
        {
            return new([], "no_pool", $"No pool exists with a CIDR containing '{address}'");
        }

        if (!around.Any(pool => pool.Selects(request.Labels)))
        {
            return new(
                [],
                "pool_selector_mismatch",
                $"The pool with the CIDR containing '{address}', doesn't select this service"
            );
        }

        if (!_taken.Add(address))
        {
            return new([], "already_allocated", $"The IP '{address}' is already allocated to another service");
        }

        held.Add(address);
        return null;
    }
}
