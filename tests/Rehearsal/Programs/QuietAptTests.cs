using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Programs;

/// <summary>What an installation does to the machine besides its packages: nothing. A script stands in for apt.</summary>
[Trait("Needs", "Programs")]
public sealed class QuietAptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_package_that_starts_its_service_finds_a_program_that_does_nothing()
    {
        // Debian's own fail where nothing is asked of them.
        using (var apt = Apt("invoke-rc.d && deb-systemd-invoke; echo $? >>$noted"))
        {
            apt.Run("install", "frr");
        }

        Assert.Equal("0\n", Noted);
    }

    [Fact]
    public void Nothing_is_left_of_it()
    {
        using (var apt = Apt("command -v invoke-rc.d >>$noted; command -v deb-systemd-invoke >>$noted"))
        {
            apt.Run("install", "frr");
        }

        var lines = Noted.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(
            lines,
            line =>
            {
                Assert.StartsWith(Path.Combine(Path.GetTempPath(), "bgplb-apt-"), line);
                Assert.False(Directory.Exists(Path.GetDirectoryName(line)));
            }
        );
    }

    /// <summary>An end of this process, or a Ctrl-C in its terminal, must not stop dpkg half way.</summary>
    [Fact]
    public void It_is_in_a_session_of_its_own_and_writes_into_no_pipe_and_is_no_leftover_of_a_lab()
    {
        using (var apt = Apt("ps -o sid= $$ >>$noted; readlink /proc/$$/fd/1 >>$noted; env >>$noted"))
        {
            apt.Run("install", "frr");
        }

        var lines = Noted.Split('\n');
        Assert.NotEqual(Shell.Do("ps", "-o", "sid=", $"{Environment.ProcessId}").Trim(), lines[0].Trim());
        Assert.StartsWith("/", lines[1]);
        Assert.Contains("DEBIAN_FRONTEND=noninteractive", lines);
        Assert.DoesNotContain("BGPLB_LAB_OF", Noted);
    }

    [Fact]
    public void What_it_says_is_told_where_it_fails()
    {
        using var apt = Apt("echo E: no such package; exit 100");

        var failure = Assert.Throws<RehearsalException>(() => apt.Run("install", "frr"));

        Assert.EndsWith(" install frr: E: no such package\n", failure.Message);
    }

    private string Noted => File.ReadAllText(Path.Combine(_folder, "noted"));

    /// <param name="does">What it does, with the PATH that it gives to packages; <c>$noted</c> is the file for notes.</param>
    private QuietApt Apt(string does)
    {
        var path = Path.Combine(_folder, "apt-get");
        File.WriteAllText(
            path,
            $$"""
            #!/bin/sh
            noted={{_folder}}/noted
            for word; do
                case $word in DPkg::Path=*) PATH=${word#*=} ;; esac
            done
            {{does}}

            """
        );
        Shell.Do("chmod", "700", path);
        return new(path);
    }
}
