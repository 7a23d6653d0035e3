using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The ways to a router.</summary>
public enum Delivery
{
    /// <summary>Scripts run on the router.</summary>
    Ssh,

    /// <summary>The router takes a whole document.</summary>
    Api,
}

/// <summary>How the stack reaches a router: <see cref="SshSettings"/> or <see cref="ApiSettings"/>.</summary>
public abstract record RouterAccess
{
    private protected RouterAccess() { }

    /// <summary>The router's name or address there.</summary>
    public abstract string Target { get; }

    /// <summary>Where the target stands in the router's settings.</summary>
    internal abstract string TargetPath { get; }

    internal static RouterAccess ReadEither(Section s)
    {
        var delivery = s.Optional(
            "delivery",
            Kinds.Choice<Delivery>(),
            Delivery.Ssh,
            "ssh: scripts run on the router and watch the sessions there. api, for UniFi: the gateway takes a document, "
                + "of which the stack then owns every line; there is no revert timer."
        );
        var ssh = s.OptionalNested("ssh", SshSettings.Read, "How the stack reaches it; required with delivery ssh.");
        var api = s.OptionalNested("api", ApiSettings.Read, "The gateway's API; required with delivery api.");
        if (delivery == Delivery.Ssh)
        {
            RefuseUnused(s, "api", api, delivery);
            return ssh ?? Missing(s, "ssh", "host, user and hostKey, as delivery is ssh", SshSettings.None);
        }

        RefuseUnused(s, "ssh", ssh, delivery);
        return api ?? Missing(s, "api", "the gateway's url, as delivery is api", ApiSettings.None);
    }

    private static RouterAccess Missing(Section s, string name, string allowed, RouterAccess placeholder)
    {
        s.Refuse(name, "nothing", allowed);
        return placeholder;
    }

    private static void RefuseUnused(Section s, string name, RouterAccess? found, Delivery delivery)
    {
        if (found is not null)
        {
            s.Refuse(name, "settings that nothing uses", $"none, as delivery is {Kinds.Written(delivery)}");
        }
    }
}

/// <param name="HostKey">The router's public key, <c>TYPE BASE64</c>, as in authorized_keys; without it anyone could pose as the router.</param>
public sealed record SshSettings(string Host, int Port, string User, string HostKey) : RouterAccess
{
    /// <summary>Stands in where there are none.</summary>
    internal static SshSettings None { get; } = new("", 22, "", "");

    public override string Target => Host;

    internal override string TargetPath => "ssh.host";

    internal static SshSettings Read(Section s) =>
        new(
            s.Required("host", Kinds.Host, "Name or address."),
            s.Optional("port", Kinds.Whole(1, 65535), 22, "TCP port."),
            s.Required("user", Kinds.Host, "A user who may change the configuration: vyos, root."),
            s.Required(
                "hostKey",
                Kinds.HostKey,
                "The router's own public key, as ssh-keyscan prints it after the name. Compare it on the router's console."
            )
        );
}

/// <summary>A UniFi gateway's API.</summary>
/// <param name="Url">Where the gateway answers: <c>https://172.29.51.1</c>, without a path.</param>
/// <param name="Site">The site's short name.</param>
/// <param name="Pin">SHA-256 of the public key that the gateway has to show, in Base64; null for whom the system trusts.</param>
public sealed record ApiSettings(Uri Url, string Site, string? Pin) : RouterAccess
{
    /// <summary>Stands in where there are none.</summary>
    internal static ApiSettings None { get; } = new(ApiKinds.Url.Placeholder, "default", Pin: null);

    public override string Target => Url.Host;

    internal override string TargetPath => "api.url";

    /// <summary>Where the gateway keeps the site's BGP document.</summary>
    public Uri Document => new(Url, $"/proxy/network/v2/api/site/{Site}/bgp/config");

    internal static ApiSettings Read(Section s) =>
        new(
            s.Required("url", ApiKinds.Url, "Where the gateway answers, such as https://172.29.51.1."),
            s.Optional("site", ApiKinds.Site, "default", "The site's short name, as in the address of its pages."),
            s.Optional(
                "certificate",
                ApiKinds.Pin,
                fallback: null,
                "The gateway's own certificate as PEM, or sha256//BASE64 of its public key: then nobody with another key "
                    + "is believed. Without it the certificates count that the machine trusts, and the name in the url."
            )
        );
}
