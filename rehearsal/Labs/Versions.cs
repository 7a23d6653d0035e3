namespace BgpLb.Rehearsal.Labs;

/// <summary>The versions of the programs that run in a lab.</summary>
internal static class Versions
{
    public static IReadOnlyList<(string Program, string Version)> Of() =>
        [
            ("FRR", First(Shell.Run("", "bgpd", "--version").Output)),
            ("gobgpd", First(Shell.Run("", "gobgpd", "--version").Output)),
            ("OpenSSH", First(Shell.Run("", "ssh", "-V").Errors)),
            ("Linux", Shell.Do("uname", "-r").Trim()),
        ];

    private static string First(string text) => text.Split('\n')[0].Trim();
}
