namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Who speaks with whom, and about what.</summary>
internal static class PeeringTables
{
    public static Markup Of(RehearsalReport report)
    {
        var topology = report.Topology;
        return Markup.Of($"{Sessions(topology)}{Routers(topology)}{Nodes(topology)}{Services(topology)}");
    }

    private static Markup Sessions(Topology topology) =>
        Table.Of(
            "Sessions: the nodes dial, the router listens",
            ["Node group", "Nodes", "Nodes’ AS", "Dial", "Router", "Router’s AS", "Family"],
            from peering in topology.Peerings
            let nodes = topology.Nodes.Where(node => node.Group == peering.Group).ToArray()
            let routers = topology.Routers.Where(router => router.Name == peering.Router)
            select (IReadOnlyList<Markup>)
                [
                    Table.Cell(peering.Group),
                    Markup.Of($"{nodes.Length}"),
                    Asns(nodes.Select(node => node.Asn)),
                    Words.Addresses([peering.Address]),
                    Table.Cell(peering.Router),
                    Asns(routers.Select(router => router.Asn)),
                    Table.Cell(Words.Family(peering.Address)),
                ]
        );

    private static Markup Routers(Topology topology) =>
        Table.Of(
            "The routers’ end",
            ["Router", "Dialect", "AS", "Addresses towards the nodes"],
            topology.Routers.Select(
                IReadOnlyList<Markup> (router) =>
                    [
                        Table.Cell(router.Name),
                        Table.Cell(router.Dialect),
                        Markup.Of($"{router.Asn}"),
                        Words.Addresses(router.Addresses),
                    ]
            )
        );

    private static Markup Nodes(Topology topology) =>
        topology.Nodes.Count == 0
            ? new("<p>There is no node.</p>\n")
            : Table.Of(
                "The nodes’ end",
                ["Node", "Group", "AS", "Addresses"],
                topology.Nodes.Select(
                    IReadOnlyList<Markup> (node) =>
                        [
                            Table.Cell(node.Name),
                            Table.Cell(node.Group),
                            Markup.Of($"{node.Asn}"),
                            Words.Addresses(node.Addresses),
                        ]
                )
            );

    private static Markup Services(Topology topology) =>
        topology.Services.Count == 0
            ? new("<p>There is no Service of type LoadBalancer.</p>\n")
            : Table.Of(
                "Services and their load-balancer addresses",
                ["Service", "Addresses", "External traffic policy", "Announced"],
                topology.Services.Select(
                    IReadOnlyList<Markup> (service) =>
                        [
                            Table.Cell(service.Name),
                            service.Addresses.Count == 0 ? Table.Cell("none") : Words.Addresses(service.Addresses),
                            Table.Cell(service.Policy),
                            Table.Cell(service.IsAnnounced ? "yes" : "no"),
                        ]
                )
            );

    private static Markup Asns(IEnumerable<uint> all) => Table.Cell(string.Join(", ", all.Distinct()));
}
