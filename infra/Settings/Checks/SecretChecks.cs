using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>The secrets that the settings call for are there, and no others.</summary>
internal static class SecretChecks
{
    /// <param name="isLive">Whether the engine has handed over the real configuration: only then is a missing secret an error.</param>
    public static void Check(StackSettings settings, Problems problems, bool isLive)
    {
        var isExternal = settings.Bgp.Password.Source == PasswordSource.External;
        if (isLive && isExternal && settings.Secrets.BgpPassword is null)
        {
            problems.Add(
                SecretSettings.PasswordKey,
                "nothing",
                $"the password that the store has: pulumi config set --secret {SecretSettings.PasswordKey}"
            );
        }

        if (!isExternal && settings.Secrets.BgpPassword is not null && !problems.Touch("bgp.password"))
        {
            problems.Add(
                SecretSettings.PasswordKey,
                "a secret that nothing uses",
                "none, as bgp.password.source is generated; or source: external"
            );
        }

        foreach (var name in settings.Secrets.SshKeys.Keys)
        {
            if (!problems.Touch("routers") && settings.Routers.All(router => router.Name != name))
            {
                problems.Add(
                    $"{SecretSettings.SshKeysKey}.{name}",
                    "a key for an unknown router",
                    Spelling.Suggest(name, settings.Routers.Select(router => router.Name))
                );
            }
        }
    }
}
