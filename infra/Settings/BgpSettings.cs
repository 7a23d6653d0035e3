using System.Collections.Immutable;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>What is the same for all sessions.</summary>
/// <param name="Communities">Standard communities, <c>AS:NUMBER</c>, on every announced address.</param>
public sealed record BgpSettings(
    int HoldTime,
    int KeepAliveTime,
    int ConnectRetryTime,
    GracefulRestartSettings GracefulRestart,
    ImmutableArray<string> Communities,
    bool AllowPublicAsns,
    PasswordSettings Password
)
{
    internal static BgpSettings Read(Section s) =>
        new(
            s.Optional(
                "holdTime",
                Kinds.Whole(3, 65535),
                9,
                "Seconds without a sign of life until a peer counts as dead."
            ),
            s.Optional(
                "keepAliveTime",
                Kinds.Whole(1, 65535),
                3,
                "Seconds between signs of life; a third of holdTime."
            ),
            s.Optional("connectRetryTime", Kinds.Whole(1, 3600), 5, "Seconds until a node dials again."),
            s.Nested("gracefulRestart", GracefulRestartSettings.Read, "Whether routes outlive an agent's restart."),
            s.List("communities", Kinds.Community, "Communities on every announced address; the router asks for them."),
            s.Optional(
                "allowPublicAsns",
                Kinds.Boolean,
                false,
                "Consent to AS numbers that belong to somebody on the Internet."
            ),
            s.Nested(
                "password",
                PasswordSettings.Read,
                "The sessions' TCP-MD5 password. There is no way to go without."
            )
        );
}

/// <param name="RestartTime">Seconds for which the router keeps the routes of an agent that restarts.</param>
public sealed record GracefulRestartSettings(bool IsEnabled, int RestartTime)
{
    internal static GracefulRestartSettings Read(Section s) =>
        new(
            s.Optional("enabled", Kinds.Boolean, false, "Keep the routes of an agent that restarts."),
            s.Optional("restartTime", Kinds.Whole(1, 4095), 30, "Seconds for which they are kept.")
        );
}

/// <summary>Where the password comes from.</summary>
public enum PasswordSource
{
    /// <summary>Pulumi makes it and hands it to both ends.</summary>
    Generated,

    /// <summary>An External Secrets store has it; the router gets the same value from <c>bgpPassword</c>.</summary>
    External,
}

/// <param name="Version">Anything; a new one makes both ends fetch the password anew.</param>
public sealed record PasswordSettings(
    PasswordSource Source,
    int Length,
    string Version,
    ExternalSecretSettings? External
)
{
    internal static PasswordSettings Read(Section s)
    {
        var password = new PasswordSettings(
            s.Optional(
                "source",
                Kinds.Choice<PasswordSource>(),
                PasswordSource.Generated,
                "generated: by Pulumi, for both ends. external: an External Secrets store has it; "
                    + "the router gets the same value from the secret bgpPassword."
            ),
            s.Optional("length", Kinds.Whole(16, 80), 32, "Letters and digits of a generated one."),
            s.Optional("version", Kinds.Text, "1", "Change it to make both ends take a new password in one update."),
            s.OptionalNested("external", ExternalSecretSettings.Read, "Where the store keeps it.")
        );
        if (password is { Source: PasswordSource.External, External: null })
        {
            s.Refuse("external", "nothing", "store and key of the External Secrets store, as source is external");
        }

        return password;
    }
}

/// <param name="Kind">ClusterSecretStore or SecretStore.</param>
/// <param name="Key">The entry in the store.</param>
/// <param name="Property">The field within the entry; empty for the whole of it.</param>
public sealed record ExternalSecretSettings(string Store, StoreKind Kind, string Key, string Property)
{
    internal static ExternalSecretSettings Read(Section s) =>
        new(
            s.Required("store", Kinds.Text, "The store's name in Kubernetes."),
            s.Optional("kind", Kinds.Choice<StoreKind>(), StoreKind.ClusterSecretStore, "The store's kind."),
            s.Required("key", Kinds.Text, "The entry in the store."),
            s.Optional("property", Kinds.Text, "", "The field within the entry, where it has several.")
        );
}

/// <summary>The kinds of External Secrets' stores.</summary>
public enum StoreKind
{
    ClusterSecretStore,
    SecretStore,
}
