using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Peer configs find their advertisements by labels, and what is left out means nothing.</summary>
internal static class FamiliesSelectAdvertisements
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "families-select-advertisements",
            Demand =
                "Each family of a peer config selects an advertisement by its labels, and each advertisement is selected.",
            Why =
                "Sessions come up either way, and announce nothing: without families, without a selector in one, or "
                + "with labels that no advertisement carries.",
            Remedy =
                "Write families[].advertisements.matchLabels with the labels that the CiliumBGPAdvertisement has "
                + "under metadata.labels; an annotation does not count.",
            Wrong = "families: [{ afi: ipv4, safi: unicast }]",
            Right =
                "families: [{ afi: ipv4, safi: unicast, advertisements: { matchLabels: { bgplb/advertisement: vips } } }]",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var advertisements = stack.OfKind("CiliumBGPAdvertisement").ToArray();
        var configs = stack.OfKind("CiliumBGPPeerConfig").ToArray();
        var silent = configs.SelectMany(config => Silent(config, advertisements)).ToArray();
        return silent.Length > 0 ? silent : Unselected(configs, advertisements);
    }

    private static IEnumerable<Violation> Silent(StackResource config, StackResource[] advertisements)
    {
        var families = config["spec"]["families"];
        if (!families.Elements.Any())
        {
            yield return new(families, $"{config} names no families and so announces nothing.");
        }

        foreach (var family in families.Elements)
        {
            var selector = family["advertisements"];
            var what = $"family {family["afi"].Shown} of {config}";
            if (!selector.Exists)
            {
                yield return new(selector, $"No advertisements are selected by {what}, which so announces nothing.");
            }
            else if (!advertisements.Any(candidate => LabelSelector.Of(selector).Takes(LabelsOf(candidate))))
            {
                yield return new(selector, $"No advertisement has the labels that {what} selects by.");
            }
        }
    }

    /// <summary>Where every family finds something, an advertisement that none of them finds is a mistake of its own.</summary>
    private static IEnumerable<Violation> Unselected(StackResource[] configs, StackResource[] advertisements)
    {
        var selectors = configs
            .SelectMany(config => config["spec"]["families"].Elements)
            .Select(family => LabelSelector.Of(family["advertisements"]))
            .ToArray();
        return from advertisement in advertisements
            let labels = LabelsOf(advertisement)
            where !selectors.Any(selector => selector.Takes(labels))
            select new Violation(labels, $"{advertisement} has labels that no family of a peer config selects by.");
    }

    private static Property LabelsOf(StackResource resource) => resource["metadata"]["labels"];
}
