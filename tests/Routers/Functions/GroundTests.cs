using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Functions;

/// <summary>Where the script keeps what it runs later: nobody else may have laid it there.</summary>
public sealed class GroundTests
{
    [SkippableTheory]
    [InlineData("ln -s /tmp \"$BASE\"", "only root may enter")]
    [InlineData("mkdir \"$BASE\" && chmod 777 \"$BASE\"", "only root may enter")]
    [InlineData("mkdir \"$BASE\" && chown 65534 \"$BASE\"", "give all stacks the same SSH user")]
    [InlineData(": >\"$BASE\"", "only root may enter")]
    public void A_folder_that_somebody_else_has_laid_is_refused(string laid, string said)
    {
        NeedsRoot();
        var outcome = ShellFunctions.Run(
            $$"""
            stat() { if [ "$1" = -f ]; then echo tmpfs; else command stat "$@"; fi; }
            pause() { :; }
            rm -rf "$BASE"
            {{laid}}
            open_base
            echo 'went on'
            """
        );

        Assert.Equal(3, outcome.Status);
        Assert.Contains(said, outcome.Errors);
        Assert.Contains("nothing was changed", outcome.Errors);
        Assert.DoesNotContain("went on", outcome.Output);
    }

    [SkippableTheory]
    [InlineData("ln -s /tmp \"$STATE\"")]
    [InlineData("mkdir \"$STATE\" && chmod 755 \"$STATE\"")]
    [InlineData("mkdir -m 700 \"$STATE\" && chown 65534 \"$STATE\"")]
    public void Nor_is_one_on_the_disk_taken(string laid)
    {
        NeedsRoot();
        var outcome = ShellFunctions.Run($"rm -rf \"$STATE\"\n{laid}\nmake_state\necho 'went on'");

        Assert.Equal(3, outcome.Status);
        Assert.Contains("somebody else has made it", outcome.Errors);
    }

    [Fact]
    public void It_is_made_where_there_is_none()
    {
        var outcome = ShellFunctions.Run(
            """
            stat() { if [ "$1" = -f ]; then echo tmpfs; else command stat "$@"; fi; }
            rm -rf "$BASE" "$STATE"
            open_base && make_state && command stat -c %a "$BASE" "$STATE"
            """
        );

        Assert.Equal("700\n700\n", outcome.All);
    }

    [Fact]
    public void A_folder_on_a_disk_would_outlive_a_reboot()
    {
        var outcome = ShellFunctions.Run(
            "stat() { if [ \"$1\" = -f ]; then echo ext2/ext3; else command stat \"$@\"; fi; }\nopen_base"
        );

        Assert.Equal(3, outcome.Status);
        Assert.Contains("is not in memory", outcome.Errors);
    }

    [Fact]
    public void What_a_killed_script_left_in_memory_goes_with_the_next()
    {
        var outcome = ShellFunctions.Run(
            """
            stat() { if [ "$1" = -f ]; then echo tmpfs; else command stat "$@"; fi; }
            bash -c 'exit' & gone=$!
            wait
            mkdir "$BASE/.work.$gone" "$BASE/.work.1"
            make_workspace
            ls -A "$BASE" | sed "s/$$/own/"
            """
        );

        Assert.Equal(
            [".work.1", ".work.own", "bgplb-dev"],
            outcome.All.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What systemd's logind says of itself.</summary>
    public static TheoryData<string, bool> Logind =>
        new()
        {
            { "KillUserProcesses=no\nKillOnlyUsers=\nKillExcludeUsers=root", false },
            { "KillUserProcesses=yes\nKillOnlyUsers=\nKillExcludeUsers=root", false },
            { "KillUserProcesses=yes\nKillOnlyUsers=\nKillExcludeUsers=", true },
            { "KillUserProcesses=yes\nKillOnlyUsers=vyos\nKillExcludeUsers=", false },
            { "KillUserProcesses=yes\nKillOnlyUsers=vyos root\nKillExcludeUsers=", true },
        };

    [Theory]
    [MemberData(nameof(Logind))]
    public void A_router_that_would_end_the_watcher_with_the_connection_is_refused(string settings, bool isRefused)
    {
        var outcome = ShellFunctions.Run(
            $$"""
            is_in_session() { :; }
            loginctl() { :; }
            limited() { printf '%s\n' '{{settings}}'; }
            id() { echo root; }
            refuse_mortal
            """
        );

        Assert.Equal(isRefused ? 3 : 0, outcome.Status);
        Assert.Equal(isRefused, outcome.Errors.Contains("KillUserProcesses=yes", StringComparison.Ordinal));
    }

    private static void NeedsRoot() =>
        Repository.Require(Environment.IsPrivilegedProcess, "root, to lay somebody else's folder");
}
