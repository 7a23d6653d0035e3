using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Support;

/// <summary>Router designs: those of the shipped stacks and what follows from them.</summary>
internal static class Designs
{
    /// <summary>VyOS, IPv4.</summary>
    public static RouterDesign Dev { get; } = Of("dev");

    /// <summary>UniFi, both families.</summary>
    public static RouterDesign Prod { get; } = Of("prod");

    /// <summary>FRR, both families, and the first two of the nodes.</summary>
    public static RouterDesign TwoNodes { get; } = WithTwoNodes(Of(Dialect.Frr, IpFamily.IPv4, IpFamily.IPv6));

    public static RouterDesign Of(Dialect dialect, params IpFamily[] families) =>
        Prod with
        {
            Dialect = dialect,
            Restart = dialect == Dialect.Vyos ? new RestartPolicy.KeepStale(4) : Prod.Restart,
            Families = [.. Prod.Families.Where(family => families.Contains(family.Family))],
            VipSubnets = [.. Prod.VipSubnets.Where(subnet => families.Contains(subnet.Family))],
        };

    /// <summary>A design that expects no session, so that a change is confirmed without nodes.</summary>
    public static RouterDesign WithoutNodes(RouterDesign router) =>
        router with
        {
            Families = [.. router.Families.Select(family => family with { Sessions = 0, Nodes = [] })],
        };

    /// <summary>The first two of the nodes.</summary>
    public static RouterDesign WithTwoNodes(RouterDesign router) =>
        router with
        {
            Families = [.. router.Families.Select(family => family with { Sessions = 2, Nodes = family.Nodes[..2] })],
        };

    private static RouterDesign Of(string stack)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);
        Assert.Empty(reading.Problems);
        var design = Designer.Design(reading.Project, stack, reading.Settings!);
        Assert.Empty(design.Problems);
        return design.Design!.Routers.Single();
    }
}
