namespace BgpLb.Rehearsal;

/// <summary>Whether this machine can bring a lab to life.</summary>
public static class Machine
{
    private static readonly (string Program, string Package)[] Needed =
    [
        ("ip", "iproute2"),
        ("bridge", "iproute2"),
        ("nsenter", "util-linux"),
        ("sysctl", "procps"),
        ("zebra", "frr"),
        ("staticd", "frr"),
        ("bgpd", "frr"),
        ("vtysh", "frr"),
        ("frr-reload.py", "frr-pythontools"),
        ("gobgpd", "gobgpd"),
        ("gobgp", "gobgpd"),
        ("sshd", "openssh-server"),
        ("ssh", "openssh-client"),
        ("ssh-keygen", "openssh-client"),
    ];

    /// <summary>The names of the Debian packages that are missing, sorted.</summary>
    public static IReadOnlyList<string> MissingPackages =>
        [
            .. Needed
                .Where(needed => !Shell.Has(needed.Program))
                .Select(needed => needed.Package)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What is missing and how to get it, one sentence; null when nothing is.</summary>
    public static string? Missing
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "Linux";
            }

            var parts = new List<string>();
            if (Environment.UserName != "root")
            {
                parts.Add("root (sudo)");
            }
            else if (!MayUnshare())
            {
                parts.Add("the right to make network and mount namespaces (a container has to be a privileged one)");
            }

            if (MissingPackages is { Count: > 0 } packages)
            {
                parts.Add($"programs (apt-get install {string.Join(' ', packages)})");
            }

            return parts.Count == 0 ? null : string.Join(", and ", parts);
        }
    }

    private static bool MayUnshare() =>
        !Shell.Has("unshare") || Shell.Run("", "unshare", "--net", "--mount", "true").Status == 0;
}
