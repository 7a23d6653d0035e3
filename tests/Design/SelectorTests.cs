using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Settings.Checks;
using BgpLb.Settings.Reading;
using BgpLb.Tests.Settings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BgpLb.Tests.Design;

/// <summary>LB-IPAM knows no priority among pools that match: so no two of a family ever do.</summary>
public sealed class SelectorTests
{
    private static readonly string[] Names = ["default", "ingress-nginx", "media", "reserved"];

    private static readonly StackSettings Base = StackText.Prod.Read().Settings!;

    [Property(MaxTest = 500, Arbitrary = [typeof(SelectorTests)])]
    public void In_each_family_a_Service_has_one_pool_at_most(ImmutableArray<PoolSettings> pools, Service service)
    {
        var designs = Pooling.Design(pools);

        foreach (var family in Enum.GetValues<IpFamily>())
        {
            var matching = designs.Where(pool =>
                pool.Ranges.Any(range => range.Family == family) && service.Matches(pool.Selector)
            );
            Assert.True(matching.Count() <= 1, string.Join(", ", matching.Select(pool => pool.Name)));
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(SelectorTests)])]
    public void A_Service_gets_what_the_settings_say(ImmutableArray<PoolSettings> pools, Service service)
    {
        var designs = Pooling.Design(pools);

        foreach (var family in Enum.GetValues<IpFamily>())
        {
            var candidates = pools.Where(pool => pool.Addresses.Any(range => range.Family == family)).ToArray();
            var asked = candidates.SingleOrDefault(pool => pool.Request == service.Pool);
            var unasked =
                candidates.SingleOrDefault(pool => pool.Namespaces.Contains(service.Namespace))
                ?? candidates.SingleOrDefault(pool => pool.IsGeneral);
            var expected = asked ?? (unasked is not null && TakesIt(unasked) ? unasked : null);
            var actual = designs.SingleOrDefault(pool =>
                pool.Ranges.Any(range => range.Family == family) && service.Matches(pool.Selector)
            );
            Assert.Equal(expected?.Name, actual?.Name);
        }

        // The label counts only beside pools that can be asked for.
        bool TakesIt(PoolSettings pool) =>
            service.Pool is null || !pools.Any(other => other.Request.Length > 0 && other.SharesFamilyWith(pool));
    }

    [Theory]
    [InlineData("media", null, "bgp-default", "bgp-default-ipv6")]
    [InlineData("ingress-nginx", null, "bgp-ingress", "bgp-default-ipv6")]
    [InlineData("media", "reserved", "bgp-reserved", "bgp-default-ipv6")]
    [InlineData("ingress-nginx", "reserved", "bgp-reserved", "bgp-default-ipv6")]
    [InlineData("media", "bgp-default", null, "bgp-default-ipv6")]
    public void Prod_gives_addresses_as_it_says(string inNamespace, string? request, string? ipv4, string? ipv6)
    {
        var service = new Service(inNamespace, request);
        var pools = StackText.Prod.IsAccepted().Pools.Where(pool => service.Matches(pool.Selector)).ToArray();

        Assert.Equal(new[] { ipv4, ipv6 }.OfType<string>().ToArray(), pools.Select(pool => pool.Name).ToArray());
    }

    public static Arbitrary<ImmutableArray<PoolSettings>> Pools() =>
        (
            from pools in Gen.Elements(Names).SelectMany(name => Pool(name)).ListOf(6)
            select Accepted(pools)
        ).ToArbitrary();

    public static Arbitrary<Service> Services() =>
        (
            from inNamespace in Gen.Elements(Names)
            from pool in Gen.Elements<string?>(null, null, "default", "reserved", "other")
            select new Service(inNamespace, pool)
        ).ToArbitrary();

    private static Gen<PoolSettings> Pool(string name) =>
        from way in Gen.Choose(0, 2)
        from other in Gen.Elements(Names)
        from families in Gen.Choose(1, 3)
        select new PoolSettings(
            $"{name}-{way}-{other}-{families}",
            [.. Ranges(families)],
            way == 0,
            way == 1 ? [name, other] : [],
            way == 2 ? other : ""
        );

    private static IEnumerable<AddressRange> Ranges(int families)
    {
        if ((families & 1) != 0)
        {
            yield return AddressRange.Parse("172.29.52.100-172.29.52.199")!;
        }

        if ((families & 2) != 0)
        {
            yield return AddressRange.Parse("fd47:25e1:2f96:52:100::/120")!;
        }
    }

    /// <summary>As many of these as the rules let stand beside each other.</summary>
    private static ImmutableArray<PoolSettings> Accepted(IEnumerable<PoolSettings> pools)
    {
        ImmutableArray<PoolSettings> accepted = [];
        foreach (var pool in pools)
        {
            var problems = new Problems();
            PoolChecks.Check(Base with { Pools = accepted.Add(pool) }, problems);
            accepted = problems.All.Count == 0 ? accepted.Add(pool) : accepted;
        }

        return accepted;
    }
}

/// <summary>What a label selector sees of a Service.</summary>
public sealed record Service(string Namespace, string? Pool)
{
    public bool Matches(ImmutableArray<LabelRequirement> selector) =>
        selector.All(requirement =>
        {
            var label = requirement.Key switch
            {
                "io.kubernetes.service.namespace" => Namespace,
                "bgplb/pool" => Pool,
                _ => throw new InvalidOperationException($"Nobody labels Services with {requirement.Key}"),
            };
            return requirement.Operator switch
            {
                "In" => label is not null && requirement.Values.Contains(label),
                "NotIn" => label is null || !requirement.Values.Contains(label),
                "Exists" => label is not null,
                "DoesNotExist" => label is null,
                _ => throw new InvalidOperationException($"Kubernetes has no operator {requirement.Operator}"),
            };
        });
}
