using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>The entries of all advertisements.</summary>
internal static class Advertised
{
    public static IEnumerable<Property> Of(StackView stack) => stack.OfKind("CiliumBGPAdvertisement").SelectMany(Of);

    public static IEnumerable<Property> Of(StackResource resource) =>
        resource.Kind == "CiliumBGPAdvertisement" ? resource["spec"]["advertisements"].Elements : [];

    public static IEnumerable<Property> OfServices(StackView stack) => Of(stack).Where(IsOfServices);

    public static bool IsOfServices(Property advertised) => advertised["advertisementType"].Text == "Service";
}
