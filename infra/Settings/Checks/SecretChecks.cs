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

        if (!problems.Touch("routers"))
        {
            CheckKeys<SshSettings>(settings, settings.Secrets.SshKeys.Keys, SecretSettings.SshKeysKey, problems);
            CheckKeys<ApiSettings>(settings, settings.Secrets.ApiKeys.Keys, SecretSettings.ApiKeysKey, problems);
            if (isLive)
            {
                CheckApis(settings, problems);
            }
        }
    }

    private static void CheckKeys<TAccess>(
        StackSettings settings,
        IEnumerable<string> names,
        string key,
        Problems problems
    )
        where TAccess : RouterAccess
    {
        foreach (var name in names)
        {
            var router = settings.Routers.FirstOrDefault(router => router.Name == name);
            if (router is null)
            {
                problems.Add(
                    $"{key}.{name}",
                    "a key for an unknown router",
                    Spelling.Suggest(name, settings.Routers.Select(router => router.Name))
                );
            }
            else if (router.Access is not TAccess)
            {
                var delivery = router.Access is ApiSettings ? Delivery.Api : Delivery.Ssh;
                problems.Add(
                    $"{key}.{name}",
                    "a key that nothing uses",
                    $"none, as the router's delivery is {Kinds.Written(delivery)}"
                );
            }
        }
    }

    /// <summary>There is no agent for keys of APIs. A router that is gone for good needs none.</summary>
    private static void CheckApis(StackSettings settings, Problems problems)
    {
        foreach (var router in settings.Routers)
        {
            if (router is { Access: ApiSettings, Retain: false } && !settings.Secrets.ApiKeys.ContainsKey(router.Name))
            {
                var path = $"{SecretSettings.ApiKeysKey}.{router.Name}";
                problems.Add(
                    path,
                    "nothing",
                    $"the key of the gateway's API: pulumi config set --secret --path '{path}'"
                );
            }
        }
    }
}
