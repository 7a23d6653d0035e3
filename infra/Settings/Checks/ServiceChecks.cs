using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>A rehearsal's Services name pools that there are, and have names of their own.</summary>
internal static class ServiceChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        var services = settings.Rehearsal.Services;
        var pools = settings.Pools.Select(pool => pool.Name).ToArray();
        for (var i = 0; i < services.Length; i++)
        {
            var at = $"rehearsal.services[{i}]";
            if (problems.Touch(at))
            {
                continue;
            }

            if (!pools.Contains(services[i].Pool, StringComparer.Ordinal))
            {
                problems.Add($"{at}.pool", $"\"{services[i].Pool}\"", Spelling.Suggest(services[i].Pool, pools));
            }

            if (services.Take(i).Any(other => other.Name == services[i].Name))
            {
                problems.Add($"{at}.name", $"\"{services[i].Name}\", a second time", "a name of its own");
            }
        }
    }
}
