using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>
/// What only Pulumi's encrypted configuration may hold. Each stands under a top-level key of its own: a secret within
/// an object would make the engine treat the whole object as secret.
/// Offline only the ciphertext is at hand; a value is then an empty secret.
/// </summary>
/// <param name="BgpPassword">For an external password source, the router's copy.</param>
/// <param name="Kubeconfig">The cluster's kubeconfig; null for the one of the user's environment.</param>
/// <param name="SshKeys">Private keys by the router's name; a router without one is reached through the SSH agent.</param>
public sealed record SecretSettings(
    Secret? BgpPassword,
    Secret? Kubeconfig,
    ImmutableSortedDictionary<string, Secret> SshKeys
)
{
    internal const string PasswordKey = "bgpPassword";
    internal const string KubeconfigKey = "kubeconfig";
    internal const string SshKeysKey = "sshKeys";

    /// <summary>Those that are texts, whatever they look like: a kubeconfig may well be JSON.</summary>
    internal static ImmutableArray<string> TextKeys { get; } = [PasswordKey, KubeconfigKey];

    internal static ImmutableArray<string> Keys { get; } = [PasswordKey, KubeconfigKey, SshKeysKey];

    internal static SecretSettings Read(Section s) =>
        new(
            s.Secret(
                PasswordKey,
                "The BGP password for the routers, the same that the External Secrets store has.",
                Settings.BgpPassword.Judge
            ),
            s.Secret(KubeconfigKey, "The cluster's kubeconfig; without it, the one of your environment."),
            s.Secrets(SshKeysKey, "The private SSH key per router, by its name; without one, your SSH agent's.")
        );
}
