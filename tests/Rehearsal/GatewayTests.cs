using BgpLb.Rehearsal;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Rehearsal;

/// <summary>Gateways keep to themselves, restart as routers do, and leave nothing behind.</summary>
[Trait("Needs", "Programs")]
public sealed class GatewayTests : IDisposable
{
    private const string Saved = "ip prefix-list saved seq 5 permit 10.0.0.0/8\n";
    private const string Key = "net.ipv4.fib_multipath_hash_policy";

    private readonly Lab _lab = new();

    [SkippableFact]
    public void What_scripts_write_at_fixed_places_stays_on_their_gateway()
    {
        var (one, two) = (_lab.Gateway(), _lab.Gateway());
        const string Folders = "/run/lock /etc/sysctl.d /var/lib /dev/shm /data /config /tmp /root /etc/frr /var/log";
        const string Write = $"for folder in {Folders}; do touch $folder/bgplb-lab || exit; done";
        const string Look = $"for folder in {Folders}; do [ ! -e $folder/bgplb-lab ] || echo $folder; done";

        var written = one.Run(Write, "");

        Assert.True(written.Status == 0, written.All);
        Assert.NotEqual(0, one.Run("touch /etc/bgplb-lab", "").Status);
        Assert.Equal(Folders.Replace(' ', '\n'), one.Run(Look, "").Output.TrimEnd());
        Assert.Equal("", two.Run(Look, "").Output);
        Assert.Equal("", Shell.Run("", "bash", "-c", Look).Output);
    }

    [SkippableFact]
    public void After_a_reboot_there_is_what_was_saved_and_nothing_from_memory()
    {
        var gateway = _lab.Gateway(Saved);
        using var client = gateway.Connect();
        gateway.Enter("ip prefix-list unsaved seq 5 permit 10.0.0.0/8\n");
        const string Leave = $"""
            touch /run/lock/bgplb /dev/shm/bgplb /var/lib/bgplb && sysctl -qw {Key}=1 net.ipv4.fib_multipath_use_neigh=1 &&
            echo {Key}=2 >/etc/sysctl.d/90-lab.conf || exit
            setsid sleep 1000 </dev/null >/dev/null 2>&1 &
            """;
        Assert.Equal(0, client.Run(Leave, "").Status);
        Poll.Until("the process", () => gateway.Run("pgrep --ns $$ --nslist net -fx 'sleep 1000'", "").Status == 0);

        gateway.Reboot();

        Assert.Contains("ip prefix-list saved", gateway.RunningConfiguration);
        Assert.DoesNotContain("unsaved", gateway.RunningConfiguration);
        Assert.Equal(
            "/var/lib/bgplb\n",
            client.Run("ls /run/lock/bgplb /dev/shm/bgplb /var/lib/bgplb 2>/dev/null", "").Output
        );
        Assert.Equal(("2", "0"), (gateway.Kernel(Key), gateway.Kernel("net.ipv4.fib_multipath_use_neigh")));
        Assert.NotEqual(0, gateway.Run("pgrep --ns $$ --nslist net -fx 'sleep 1000'", "").Status);
        gateway.Reboot(loadSaved: false);
        Assert.DoesNotContain("ip prefix-list saved", gateway.RunningConfiguration);
        Assert.Contains("ip prefix-list saved", gateway.SavedConfiguration);
    }

    [SkippableFact]
    public void Its_routing_restarts_alone()
    {
        var gateway = _lab.Gateway(Saved);
        gateway.Run("touch /run/lock/bgplb", "");
        gateway.Enter("ip prefix-list unsaved seq 5 permit 10.0.0.0/8\n");

        gateway.RestartRouting();

        Assert.Contains("ip prefix-list saved", gateway.RunningConfiguration);
        Assert.DoesNotContain("unsaved", gateway.RunningConfiguration);
        Assert.True(File.Exists(gateway.PathOf("/run/lock/bgplb")));
        Assert.Contains("/var/log/frr/frr.log", gateway.Vtysh("show logging"));
        Assert.Contains("bgpd", gateway.Log);
    }

    [SkippableFact]
    public void A_full_disk_takes_nothing_until_there_is_room()
    {
        var gateway = _lab.Gateway(diskSize: 256);
        gateway.FillDisk();

        Assert.Contains("No space left", gateway.Run("echo x >/var/lib/x", "").Errors);
        Assert.Contains("No space left", gateway.Run("echo x >/etc/sysctl.d/x", "").Errors);
        Assert.NotEqual(0, gateway.Run("[ -s /etc/frr/*/x ] || echo x >/etc/frr/x", "").Status);
        gateway.EmptyDisk();
        Assert.Equal(0, gateway.Run("echo x >/var/lib/x", "").Status);
    }

    [SkippableFact]
    public void A_gateway_that_cannot_be_finished_leaves_nothing_behind()
    {
        Lab.Require();
        var options = new GatewayOptions(new Segment("eth0", "172.29.51.1/24")) { Configuration = "no such command\n" };

        var failure = Assert.Throws<RehearsalException>(() => new Gateway(options));

        Assert.Contains("no such command", failure.Message);
        var name = failure.Message.Split(' ', ':').First(word => word.StartsWith("bgplb", StringComparison.Ordinal));
        Assert.DoesNotContain(name, Shell.Do("ip", "netns", "list"));
        Assert.Equal("", Shell.Run("", "pgrep", "-f", name).Output);
        Assert.False(Directory.Exists($"/etc/frr/{name}"));
    }

    public void Dispose() => _lab.Dispose();
}
