using BgpLb.Policies.Model;
using BgpLb.Policies.Rules.Cilium;

namespace BgpLb.Policies.Rules.Announcements;

/// <summary>Two ways of announcing one address are one too many.</summary>
internal static class NoL2
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "no-l2",
            Demand = "Nothing is announced by layer 2: no policy for it, and its values are off.",
            Why =
                "One node answers for the address on its own network while the router spreads it over all: part of "
                + "the traffic moves to that node, and all of it fails over slowly.",
            Remedy =
                "Delete the CiliumL2AnnouncementPolicy, once BGP announces its addresses, and leave the value off.",
            Wrong = "l2announcements: { enabled: true }",
            Right = "l2announcements: { enabled: false }",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource)
    {
        if (resource.Kind == "CiliumL2AnnouncementPolicy")
        {
            yield return new(resource.Root, $"{resource} announces addresses by layer 2.");
        }

        if (Installation.Of(resource) is { } cilium)
        {
            foreach (var name in new[] { "l2announcements", "l2podAnnouncements" })
            {
                if (cilium.IsOn($"{name}.enabled", otherwise: false))
                {
                    yield return new(cilium.Value($"{name}.enabled"), $"{resource} has {name} switched on.");
                }
            }
        }
    }
}
