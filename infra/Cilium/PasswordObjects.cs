using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Cilium;

/// <summary>How the password reaches the cluster from an External Secrets store.</summary>
internal static class PasswordObjects
{
    /// <summary>
    /// Fetched when this object changes and never by the clock: a store that rotates on its own would cut all sessions
    /// until the routers follow. A new password version changes the annotation, and so both ends in one update.
    /// </summary>
    public static KubernetesObject ExternalSecret(SessionDesign session, ExternalSecretSettings from) =>
        new(
            "external-secrets.io/v1",
            "ExternalSecret",
            session.SecretName,
            Fields.Of(
                ("refreshPolicy", "OnChange"),
                ("secretStoreRef", Fields.Of(("name", from.Store), ("kind", from.Kind.ToString()))),
                ("target", Fields.Of(("name", session.SecretName), ("creationPolicy", "Owner"))),
                (
                    "data",
                    Items.Of(
                        Fields.Of(
                            ("secretKey", "password"),
                            (
                                "remoteRef",
                                Fields.Of(
                                    ("key", from.Key),
                                    ("property", from.Property.Length > 0 ? from.Property : null)
                                )
                            )
                        )
                    )
                )
            ),
            session.SecretNamespace,
            Annotations: Fields.Of(("bgplb/password-version", session.Password.Version))
        );
}
