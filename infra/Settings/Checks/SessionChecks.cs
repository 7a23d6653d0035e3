using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>AS numbers and timers that make a session between two different, private networks.</summary>
internal static class SessionChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        var cluster = settings.Cluster.Asn;
        CheckPublic(cluster, "cluster.asn", settings, problems);
        for (var i = 0; i < settings.Routers.Length; i++)
        {
            var asn = settings.Routers[i].Asn;
            var path = $"routers[{i}].asn";
            CheckPublic(asn, path, settings, problems);
            if (!problems.Touch(path, "cluster.asn") && asn == cluster)
            {
                problems.Add(
                    path,
                    $"{asn}, the cluster's own",
                    "another AS number than cluster.asn: the two ends peer by eBGP"
                );
            }
        }

        var (hold, keepAlive) = (settings.Bgp.HoldTime, settings.Bgp.KeepAliveTime);
        if (!problems.Touch("bgp.holdTime", "bgp.keepAliveTime") && keepAlive > hold)
        {
            problems.Add("bgp.keepAliveTime", $"{keepAlive}", $"at most bgp.holdTime ({hold}); a third of it is usual");
        }
    }

    private static void CheckPublic(uint asn, string path, StackSettings settings, Problems problems)
    {
        if (!settings.Bgp.AllowPublicAsns && !problems.Touch(path, "bgp.allowPublicAsns") && IsPublic(asn))
        {
            problems.Add(
                path,
                $"{asn}, a public AS number",
                "64512–65534 or 4200000000–4294967294; or bgp.allowPublicAsns: true where the number is yours"
            );
        }
    }

    /// <summary>Neither private (RFC 6996) nor for documentation (RFC 5398).</summary>
    private static bool IsPublic(uint asn) =>
        asn
            is not (
                (>= 64512 and <= 65534)
                or (>= 4200000000 and <= 4294967294)
                or (>= 64496 and <= 64511)
                or (>= 65536 and <= 65551)
            );
}
