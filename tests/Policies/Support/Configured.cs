using BgpLb.Policies.Model;

namespace BgpLb.Tests.Policies.Support;

/// <summary>The shipped stacks with other lines on their routers.</summary>
internal static class Configured
{
    public const string Gateway = "RouterChange gateway";

    public const string UdmPro = "RouterChange udm-pro";

    /// <summary>Dev, with a part of the configuration replaced wherever it stands.</summary>
    public static StackView Vyos(string from, string to) => Shipped.Dev.Replace(Gateway, "configuration", from, to);

    /// <summary>Prod likewise.</summary>
    public static StackView Frr(string from, string to) => Shipped.Prod.Replace(UdmPro, "configuration", from, to);

    /// <summary>Dev with a line more.</summary>
    public static StackView AndVyos(string line) => Vyos("# Owned by bgplb-dev.\n", $"# Owned by bgplb-dev.\n{line}\n");

    /// <summary>Prod with a line more at the end of the BGP instance.</summary>
    public static StackView AndFrr(string line) =>
        Frr(" bgp listen range 172.29.51.0/24", $" {line}\n bgp listen range 172.29.51.0/24");

    /// <summary>The stack with its router gone for good.</summary>
    public static StackView Retained(this StackView stack, string router) => stack.With(router, "retain", "gone");

    /// <summary>The stack with the configuration a secret.</summary>
    public static StackView Hidden(this StackView stack, string router) =>
        stack.With(router, "configuration", stack.The(router)["configuration"].Value!.AsSecret());
}
