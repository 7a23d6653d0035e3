using BgpLb.Graph;
using BgpLb.Routers.Frr;

namespace BgpLb.Routers.Unifi;

/// <summary>
/// A whole FRR configuration for a gateway that takes nothing less. Every line is the stack's, those that hold for the
/// whole router included. The kernel's settings are out of its reach.
/// </summary>
internal static class UnifiDocument
{
    public static Value Write(RouterStatements wanted, Value password) =>
        Flat.Join([
            $"! Written by {wanted.Router.Owner}, whole: what is changed by hand is refused or written over.\n",
            // Whatever the gateway's FRR was built with.
            "frr defaults traditional\n!\n",
            .. FrrText.Stanzas(wanted.Statements, password),
        ]);
}
