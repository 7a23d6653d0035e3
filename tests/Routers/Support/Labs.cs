using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Support;

/// <summary>Parts of labs that fit <see cref="Designs.Prod"/>.</summary>
internal static class Labs
{
    public const string Address = "172.29.51.1";
    public const string Address6 = "fd47:25e1:2f96:51::1";

    public static void Require() => Repository.Require(Machine.Missing is null, Machine.Missing ?? "");

    public static Gateway Gateway(string configuration = "", int? diskSize = null) =>
        new(
            new GatewayOptions(new Segment("eth0", $"{Address}/24", $"{Address6}/64"))
            {
                Configuration = configuration,
                DiskSize = diskSize,
            }
        );

    /// <summary>A node with one session per family.</summary>
    public static Node Node(Gateway gateway, int number, string password = Scripts.Password) =>
        new(
            gateway,
            segment: null,
            [$"172.29.51.{number}/24", $"fd47:25e1:2f96:51::{number}/64"],
            Speaker(number, password)
        );

    public static SpeakerOptions Speaker(int number, string password) =>
        new(64512, $"172.29.51.{number}", new SpeakerPeer(Address, 64513), new SpeakerPeer(Address6, 64513))
        {
            Password = password,
            HoldTime = 9,
            KeepAliveTime = 3,
            ConnectRetryTime = 1,
        };

    /// <summary>What scripts keep on a gateway, and the kernel settings of its next start.</summary>
    public static IEnumerable<string> OwnFiles(Gateway gateway) =>
        new[] { "/var/lib", "/data", "/etc/sysctl.d" }
            .SelectMany(folder =>
                Directory.EnumerateFileSystemEntries(gateway.PathOf(folder), "*", SearchOption.AllDirectories)
            )
            .Where(path => path.Contains("/bgplb.") || path.Contains("/90-"));
}
