using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Routers.Frr;
using BgpLb.Routers.Unifi;
using BgpLb.Routers.Vyos;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>
/// What a stack wants to stand on a router, in the router's own language: first what is global and only asserted, then
/// what the stack owns. Over an API it is a whole document, which the stack owns. Two equal designs give the same text, byte for byte.
/// </summary>
public static class RouterConfiguration
{
    /// <summary>For people: with <c>&lt;password&gt;</c> in the password's place; ends in a newline.</summary>
    public static string Of(RouterDesign router) => Flat.Of(With(router, Statement.Placeholder));

    /// <summary>The same lines with the real password; as secret, unknown or pending as that is.</summary>
    public static Value With(RouterDesign router, Value password)
    {
        var wanted = RouterStatements.Of(router);
        return router switch
        {
            { Access: ApiSettings } => UnifiDocument.Write(wanted, password),
            { Dialect: Dialect.Vyos } => VyosText.Write(wanted, password),
            _ => FrrText.Write(wanted, password),
        };
    }
}
