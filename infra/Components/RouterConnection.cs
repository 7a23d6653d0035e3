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
    public static Value To(RouterDesign router, SecretSettings secrets) =>
        Fields
            .Of(
                ("dialErrorLimit", 10),
                ("host", router.Ssh.Host),
                ("hostKey", router.Ssh.HostKey),
                ("perDialTimeout", 15),
                ("port", router.Ssh.Port),
                ("privateKey", secrets.SshKeys.GetValueOrDefault(router.Name)),
                ("user", router.Ssh.User)
            )
            .AsSecret();
}
