using System.Collections.Immutable;
using System.Globalization;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The language that a router's configuration is written in.</summary>
public enum Dialect
{
    /// <summary>VyOS 1.4 and later.</summary>
    Vyos,

    /// <summary>FRR on any Linux.</summary>
    Frr,

    /// <summary>A UniFi gateway, which runs FRR.</summary>
    Unifi,
}

/// <summary>A router, the other end of the sessions.</summary>
/// <param name="Addresses">Its addresses towards the nodes; empty for the node groups' gateways.</param>
/// <param name="SpareNodes">How many more nodes than are written down may connect.</param>
/// <param name="NeighbourProbing">Whether it asks its neighbours on the nodes' links if they live; null: where a promise needs it.</param>
/// <param name="Retain">Whether it is gone for good: nothing connects to it any more.</param>
/// <param name="Firewall">Null where the firewall is left to someone else.</param>
/// <param name="RevertAfter">Seconds that a changed router waits for the expected sessions before it goes back.</param>
public sealed record RouterSettings(
    string Name,
    Dialect Dialect,
    string Version,
    uint Asn,
    Address RouterId,
    ImmutableArray<Address> Addresses,
    int MaximumPaths,
    int SpareNodes,
    int RevertAfter,
    bool? NeighbourProbing,
    bool Retain,
    FirewallSettings? Firewall,
    RouterAccess Access
)
{
    internal static RouterSettings Read(Section s)
    {
        var router = new RouterSettings(
            s.Required("name", Kinds.Name, "The router's name; it becomes part of resource names, so keep it."),
            s.Required("dialect", Kinds.Choice<Dialect>(), "What its configuration is written in."),
            s.Optional(
                "version",
                Kinds.Text,
                "",
                "Its software's version where known: VyOS 1.4, FRR 8.4. For UniFi that of the FRR inside."
            ),
            s.Required("asn", Kinds.Asn, "Its AS number; the nodes have another (eBGP)."),
            s.Required("routerId", Kinds.RouterId, "Its BGP identifier: an address of its own."),
            s.List(
                "addresses",
                Kinds.Address,
                "Its addresses in the nodes' subnets; without any, the node groups' gateways. Needed with several routers."
            ),
            s.Optional("maximumPaths", Kinds.Whole(1, 256), 8, "Over how many nodes one VIP's traffic is spread."),
            s.Optional("spareNodes", Kinds.Whole(0, 1000), 8, "How many more nodes than the groups count may connect."),
            s.Optional(
                "revertAfter",
                Kinds.Whole(60, 3600),
                300,
                "Seconds that the changed router waits for the expected sessions before it goes back to what ran before."
            ),
            s.Optional(
                "neighbourProbing",
                Kinds.OptionalBoolean,
                fallback: null,
                "Ask every host on the nodes' links about 25 times a second whether it lives, and leave out who is "
                    + "silent for 0.5 s. Unset: where a promise in objectives.failover needs it, and nowhere else; false: never, "
                    + "and such a promise is refused. It needs a maximumPaths of at least 2, and cannot be done with delivery api."
            ),
            s.Optional(
                "retain",
                Kinds.Boolean,
                false,
                "The router is gone for good: nothing connects to it, and after one update it can be removed from here."
            ),
            s.OptionalNested(
                "firewall",
                FirewallSettings.Read,
                "A rule of VyOS's firewall that lets the nodes dial; without it the firewall is left alone."
            ),
            RouterAccess.ReadEither(s)
        );
        RefuseForDialect(s, router);
        RefuseUselessProbing(s, router);
        return router;
    }

    /// <summary>What goes with some dialects only.</summary>
    private static void RefuseForDialect(Section s, RouterSettings router)
    {
        if (router is { Access: ApiSettings, Dialect: not Dialect.Unifi })
        {
            s.Refuse(
                "delivery",
                $"api with dialect {Kinds.Written(router.Dialect)}",
                "ssh: only a UniFi gateway takes its BGP configuration over an API"
            );
        }

        if (router is { Firewall: not null, Dialect: not Dialect.Vyos })
        {
            s.Refuse(
                "firewall",
                $"a rule with dialect {Kinds.Written(router.Dialect)}",
                "nothing: the firewall of a router without VyOS is not the program's; let the nodes reach TCP port 179 there"
            );
        }

        if (router.Dialect == Dialect.Vyos && Release(router.Version)?.CompareTo((1, 4)) < 0)
        {
            s.Refuse(
                "version",
                $"\"{router.Version}\"",
                "VyOS 1.4 or later: before, the AS number is part of every path and the commands differ"
            );
        }
    }

    private static void RefuseUselessProbing(Section s, RouterSettings router)
    {
        if (router is { NeighbourProbing: true, MaximumPaths: 1 })
        {
            s.Refuse(
                "neighbourProbing",
                "true with maximumPaths 1",
                "nothing: a silent node is left out for another one, so it takes a maximumPaths of at least 2"
            );
        }

        if (router is { NeighbourProbing: true, Access: ApiSettings })
        {
            s.Refuse(
                "neighbourProbing",
                "true with delivery api",
                "nothing: over an API nobody can tell the kernel to probe"
            );
        }
    }

    /// <summary>The first two numbers of a version such as 1.4-rolling-202405, 10.3 or 2026.02; null without them.</summary>
    internal static (int Major, int Minor)? Release(string version)
    {
        var parts = version.Split('.', '-', '+');
        return
            parts.Length > 1
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? (major, minor)
            : null;
    }
}

/// <param name="Rule">The number of the rule, the same in both families.</param>
public sealed record FirewallSettings(int Rule)
{
    internal static FirewallSettings Read(Section s) =>
        new(
            s.Required(
                "rule",
                Kinds.Whole(1, 999999),
                "The number of the rule in the input filter of both families, so that it stands before the rule that refuses."
            )
        );
}
