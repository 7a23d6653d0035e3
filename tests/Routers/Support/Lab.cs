using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Support;

/// <summary>The parts of one test's lab, which fit <see cref="Designs.TwoNodes"/>.</summary>
internal sealed class Lab : IDisposable
{
    public const string Address = "172.29.51.1";
    public const string Address6 = "fd47:25e1:2f96:51::1";

    /// <summary>Where scripts keep what outlives a restart.</summary>
    private static readonly string[] Kept = ["/var/lib", "/data", "/etc/sysctl.d"];

    private static readonly GatewayOptions Options = new(new Segment("eth0", $"{Address}/24", $"{Address6}/64"));

    private readonly Stack<IDisposable> _parts = new();

    /// <summary>Skips the test where the machine cannot have a lab.</summary>
    public static void Require() => Repository.Require(Machine.Missing is null, Machine.Missing ?? "");

    /// <summary>What scripts keep on a gateway, and the kernel settings of its next start.</summary>
    public static IEnumerable<string> OwnFiles(Gateway gateway) =>
        Kept.SelectMany(folder =>
                Directory.EnumerateFileSystemEntries(gateway.PathOf(folder), "*", SearchOption.AllDirectories)
            )
            .Where(path => path.Contains("/bgplb.") || path.Contains("/90-"));

    public static SpeakerOptions Speaker(int number, string password = Scripts.Password) =>
        new(64512, $"172.29.51.{number}", new SpeakerPeer(Address, 64513), new SpeakerPeer(Address6, 64513))
        {
            Password = password,
            HoldTime = 9,
            KeepAliveTime = 3,
            ConnectRetryTime = 1,
        };

    public Gateway Gateway(string configuration = "", int? diskSize = null)
    {
        Require();
        return Add(new Gateway(Options with { Configuration = configuration, DiskSize = diskSize }));
    }

    /// <summary>A gateway with the stand-in for VyOS.</summary>
    public VyosGateway Vyos(
        string configuration = "system host-name gateway\n",
        double secondsPerMinute = 60,
        int? diskSize = null
    )
    {
        Require();
        return Add(new VyosGateway(Options with { DiskSize = diskSize }, configuration, secondsPerMinute));
    }

    /// <summary>A node with one session per family.</summary>
    public Node Node(Gateway gateway, int number, string password = Scripts.Password)
    {
        string[] addresses = [$"172.29.51.{number}/24", $"fd47:25e1:2f96:51::{number}/64"];
        return Add(new Node(gateway, segment: null, addresses, Speaker(number, password)));
    }

    public T Add<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }

    public void Dispose()
    {
        while (_parts.TryPop(out var part))
        {
            part.Dispose();
        }
    }
}
