using System.Text;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>The passwords of peer configs, and what Cilium's operator says of them.</summary>
internal static class Passwords
{
    /// <summary>
    /// The password of a peer config: null for none, which is also the answer where the Secret is missing, because
    /// Cilium then dials without one.
    /// </summary>
    /// <returns>Whether it can be read: a Secret without the key <c>password</c> cannot.</returns>
    public static bool TryRead(JsonNode? peerConfig, ObjectStore store, string @namespace, out string? password)
    {
        password = null;
        if (SecretOf(peerConfig, store, @namespace) is not { } secret)
        {
            return true;
        }

        if (secret.Text("data", "password") is not { } encoded)
        {
            return false;
        }

        password = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        return true;
    }

    /// <summary>Writes the peer configs' condition.</summary>
    public static void Report(ObjectStore store, string @namespace, DateTimeOffset now)
    {
        const string Type = "cilium.io/MissingAuthSecret";
        foreach (var peerConfig in store.Of("CiliumBGPPeerConfig"))
        {
            var name = peerConfig.Text("spec", "authSecretRef");
            var condition =
                name is null ? new Condition(Type, "False", "AuthSecretNotConfigured", "Auth Secret is not configured")
                : SecretOf(peerConfig, store, @namespace) is null
                    ? new Condition(Type, "True", "AuthSecretMissing", $"Referenced Auth Secret \"{name}\" is missing")
                : new Condition(Type, "False", "AuthSecretValidated");
            condition.WriteTo(peerConfig, now);
        }
    }

    private static JsonObject? SecretOf(JsonNode? peerConfig, ObjectStore store, string @namespace) =>
        peerConfig.Text("spec", "authSecretRef") is { } name ? store.Find("Secret", name, @namespace) : null;
}
