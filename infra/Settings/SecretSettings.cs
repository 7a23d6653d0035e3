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
/// <param name="ApiKeys">Keys of gateways' APIs by the router's name.</param>
/// <param name="SshKeys">Private keys by the router's name; a router without one is reached through the SSH agent.</param>
public sealed record SecretSettings(
    Secret? BgpPassword,
    Secret? Kubeconfig,
    ImmutableSortedDictionary<string, Secret> SshKeys,
    ImmutableSortedDictionary<string, Secret> ApiKeys
)
{
    internal const string PasswordKey = "bgpPassword";
    internal const string KubeconfigKey = "kubeconfig";
    internal const string SshKeysKey = "sshKeys";
    internal const string ApiKeysKey = "apiKeys";

    /// <summary>Those that are texts, whatever they look like: a kubeconfig may well be JSON.</summary>
    internal static ImmutableArray<string> TextKeys { get; } = [PasswordKey, KubeconfigKey];

    internal static ImmutableArray<string> Keys { get; } = [PasswordKey, KubeconfigKey, SshKeysKey, ApiKeysKey];

    /// <summary>The key of a router's API; empty where it is not at hand, as when a stack is planned offline.</summary>
    internal Secret ApiKeyOf(string router) => ApiKeys.GetValueOrDefault(router) ?? new(new Text(""));

    internal static SecretSettings Read(Section s) =>
        new(
            s.Secret(
                PasswordKey,
                "The BGP password for the routers, the same that the External Secrets store has: 8 to 80 bytes; RFC 3562 asks "
                    + "for 12 to 24.",
                Settings.BgpPassword.Judge
            ),
            s.Secret(KubeconfigKey, "The cluster's kubeconfig; without it, the one of your environment."),
            s.Secrets(SshKeysKey, "The private SSH key per router, by its name; without one, your SSH agent's."),
            s.Secrets(ApiKeysKey, "The key of the API per router with delivery api, by its name.", ApiKinds.JudgeKey)
        );
}
