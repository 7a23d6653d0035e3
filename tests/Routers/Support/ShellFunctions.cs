using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Support;

/// <summary>
/// A script's functions, called one by one in a shell, with what they ask and do replaced by functions of the test's own.
/// </summary>
internal static class ShellFunctions
{
    /// <summary>The shell that is tried: another one than the machine's, such as an older bash, in BGPLB_SHELL.</summary>
    public static string Program =>
        Environment.GetEnvironmentVariable("BGPLB_SHELL") is { Length: > 0 } other ? other : "bash";

    /// <summary>
    /// Runs lines after the functions, with <c>WORK</c>, <c>TX</c>, <c>STATE</c> and <c>BASE</c> in a folder of the run's
    /// own, which is gone afterwards.
    /// </summary>
    public static Outcome Run(string lines, Dialect dialect = Dialect.Frr, string stdin = "")
    {
        var folder = Directory.CreateTempSubdirectory("bgplb-shell-").FullName;
        try
        {
            var functions = Path.Combine(folder, "functions");
            File.WriteAllText(functions, RouterScripts.Functions(dialect));
            const string Begin = """
                source "$1"
                OWNER=bgplb-dev PEER_GROUPS='bgplb-dev-ipv4 bgplb-dev-ipv6' LISTS= MAPS= COMMUNITIES= COMMUNITIES_WANTED=
                NODE_ASN=64513 ROUTER_ASN=64512 INSTANCE='router bgp 64512' SYSTEM_AS=64512 DIGEST= KERNEL= EXPECTED= DIALECT=FRR
                constants
                set -uf
                umask 077
                export LC_ALL=C
                BASE=${1%/*}/base TX=$BASE/$OWNER STATE=${1%/*}/state WORK=${1%/*}/work
                mkdir -p "$TX" "$STATE" "$WORK"
                unset HISTFILE

                """;
            File.WriteAllText(Path.Combine(folder, "lines"), Begin.TrimEnd() + "\n" + lines + "\n");
            return Shell.Run(stdin, Program, Path.Combine(folder, "lines"), functions);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
