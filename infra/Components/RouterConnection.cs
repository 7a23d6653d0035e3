using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>How the Command provider reaches a router.</summary>
internal static class RouterConnection
{
    /// <summary>
    /// The connection with the host's key, without which nobody would check who answers. Secret as a whole, as the
    /// official SDKs send it, with the defaults that they fill in.
    /// </summary>
    public static Value To(RouterDesign router, SshSettings ssh, SecretSettings secrets) =>
        Fields
            .Of(
                ("dialErrorLimit", 10),
                ("host", ssh.Host),
                ("hostKey", ssh.HostKey),
                ("perDialTimeout", 15),
                ("port", ssh.Port),
                ("privateKey", secrets.SshKeys.GetValueOrDefault(router.Name)),
                ("user", ssh.User)
            )
            .AsSecret();
}
