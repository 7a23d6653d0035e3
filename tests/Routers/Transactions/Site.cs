using System.Globalization;
using System.Text;
using System.Text.Json;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>
/// A gateway with two nodes, and a runner that reaches it over SSH. Whatever a script writes is searched for the
/// passwords.
/// </summary>
internal sealed class Site : IDisposable
{
    public const string Vip = "172.29.52.100";
    public const string Vip6 = "fd47:25e1:2f96:52:100::1";
    public const string Community = "64512:100";
    public const string Second = "Kx4-another.secret";

    /// <summary>FRR's.</summary>
    public static readonly RouterDesign Design = DesignOf(Dialect.Frr);

    private readonly Lab _lab = new();
    private readonly SshClient _client;
    private readonly VyosGateway? _vyos;
    private readonly RouterDesign _design;

    /// <param name="configuration">What runs at first, in FRR's language; on VyOS as statements.</param>
    public Site(
        string? configuration = null,
        int? diskSize = null,
        Dialect dialect = Dialect.Frr,
        double secondsPerMinute = 60
    )
    {
        _vyos =
            dialect == Dialect.Vyos
                ? _lab.Vyos(configuration ?? "system host-name gateway\n", secondsPerMinute, diskSize)
                : null;
        Gateway = _vyos?.Gateway ?? _lab.Gateway(configuration ?? "", diskSize);
        _design = DesignOf(dialect);
        Runner = _lab.Add(Gateway.Attach(segment: null, "172.29.51.250/24"));
        _client = _lab.Add(Gateway.Connect(Runner.Namespace));
        Nodes = [_lab.Node(Gateway, 11), _lab.Node(Gateway, 12)];
        foreach (var node in Nodes)
        {
            node.Announce(Vip, Community);
            node.Announce(Vip6, Community);
        }
    }

    public Gateway Gateway { get; }

    public Host Runner { get; }

    public Node[] Nodes { get; }

    /// <summary>What the watcher has decided: a word.</summary>
    public string Phase => State("phase").Trim();

    /// <summary>A site whose router runs the design, confirmed, with all sessions and routes.</summary>
    public static Site Confirmed(Dialect dialect = Dialect.Frr, int? diskSize = null, double secondsPerMinute = 60)
    {
        var site = new Site(configuration: null, diskSize, dialect, secondsPerMinute);
        site.Settle(site._design);
        site.AwaitRoutes();
        return site;
    }

    /// <summary>Both families, two nodes, and enough time for a node that dials every five seconds.</summary>
    public static RouterDesign DesignOf(Dialect dialect) =>
        Designs.WithTwoNodes(Designs.Of(dialect, IpFamily.IPv4, IpFamily.IPv6)) with
        {
            RevertAfter = TimeSpan.FromSeconds(15),
            Reconnect = TimeSpan.FromSeconds(12),
        };

    /// <summary>Keeps the nodes' sessions, and is a change.</summary>
    public static RouterDesign HarmlessOf(Dialect dialect) => DesignOf(dialect) with { MaximumPaths = 16 };

    /// <summary>What stands in the configuration after it.</summary>
    public static string SaysHarmless(Dialect dialect) =>
        dialect == Dialect.Vyos ? "ipv4-unicast maximum-paths ebgp 16\n" : "  maximum-paths 16\n";

    /// <summary>What runs, in the router's language, passwords included.</summary>
    public string Running => _vyos is null ? Gateway.RunningConfiguration : Statements(_vyos.Active);

    /// <summary>What it starts with.</summary>
    public string Saved => _vyos is null ? Gateway.SavedConfiguration : Statements(_vyos.Saved);

    /// <summary>What the scripts call the router's software.</summary>
    public string Software => _vyos is null ? "FRR" : "VyOS";

    public VyosGateway Vyos => _vyos ?? throw new InvalidOperationException("this site's router is no VyOS");

    public Outcome Change(RouterDesign design, string password = Scripts.Password) =>
        Run(RouterScripts.Change(design, password), script => script.Create);

    public Outcome Remove(RouterDesign design) =>
        Run(RouterScripts.Change(design, Scripts.Password), script => script.Delete!);

    public Outcome Confirm(RouterDesign design, string password = Scripts.Password) =>
        Run(RouterScripts.Confirm(design, password, "d1", TimeSpan.FromSeconds(20)), script => script.Create);

    /// <summary>Back to the newest change that was confirmed and does not run, or to the one with a number.</summary>
    public Outcome Rollback(RouterDesign design, int? number = null) =>
        Run(RouterScripts.Rollback(design, number), script => script.Create);

    /// <summary>What the router says of itself.</summary>
    public RouterStatus Status(RouterDesign design)
    {
        var outcome = Run(RouterScripts.Status(design), script => script.Create);
        Assert.True((outcome.Status, outcome.Errors) == (0, ""), outcome.All);
        return RouterStatus.Read(Encoding.UTF8.GetBytes(outcome.Output))
            ?? throw new InvalidOperationException(outcome.Output);
    }

    /// <summary>Sends a signal to the routing daemon, such as <c>STOP</c>.</summary>
    public void Signal(string signal) =>
        Assert.Equal(0, Gateway.Run($"kill -{signal} $(pgrep --ns $$ --nslist net -x bgpd)", "").Status);

    /// <summary>How much of a processor's time the routing daemon has had.</summary>
    public TimeSpan RoutingTime
    {
        get
        {
            var ticks = Gateway
                .Run("cut -d' ' -f14,15 /proc/$(pgrep --ns $$ --nslist net -x bgpd)/stat", "")
                .Output.Split(' ')
                .Sum(word => long.Parse(word, CultureInfo.InvariantCulture));
            return TimeSpan.FromMilliseconds(ticks * 10);
        }
    }

    /// <summary>The change and its confirmation, which both have to succeed.</summary>
    public Outcome Settle(RouterDesign design, string password = Scripts.Password)
    {
        var changed = Change(design, password);
        Assert.True(changed.Status == 0, changed.All);
        var confirmed = Confirm(design, password);
        Assert.True(confirmed.Status == 0, confirmed.All);
        return confirmed;
    }

    /// <summary>Starts a change without waiting for it.</summary>
    public RunningProgram Begin(RouterDesign design, string password = Scripts.Password)
    {
        var script = RouterScripts.Change(design, password);
        return _client.Start(script.Create, Scripts.Plain(script.Stdin));
    }

    /// <summary>The watchers' numbers: those in this gateway's network, not those of other tests.</summary>
    public int[] Watchers =>
        [
            .. Gateway
                .Run("pgrep --ns $$ --nslist net -f '/program[ ]watch'", "")
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
        ];

    /// <summary>Ends the watcher at once, as a lack of memory would.</summary>
    public void KillWatcher()
    {
        var watchers = Watchers;
        Assert.NotEmpty(watchers);
        Gateway.Run($"kill -9 {string.Join(' ', watchers)}", "");
    }

    /// <summary>Waits for the watcher's decision.</summary>
    public void AwaitPhase(string phase, int seconds = 90) =>
        Poll.Read(
            $"phase {phase}",
            () => (Phase, Verdict: State("verdict"), Errors: State("errors"), Log: Gateway.Log),
            state => state.Phase == phase,
            TimeSpan.FromSeconds(seconds)
        );

    /// <summary>Waits until both nodes' routes have been let in, in both families.</summary>
    public void AwaitRoutes(string vip = Vip, string vip6 = Vip6) =>
        Poll.Until(
            "the routes",
            () => NextHops("ip", $"{vip}/32") == 2 && NextHops("ipv6", $"{vip6}/128") == 2,
            TimeSpan.FromSeconds(30)
        );

    /// <summary>Over how many next hops the router sends a VIP.</summary>
    public int NextHops(string family, string prefix)
    {
        using var routes = JsonDocument.Parse(Gateway.Vtysh($"show {family} route {prefix} json"));
        return routes.RootElement.TryGetProperty(prefix, out var found)
            ? found
                .EnumerateArray()
                .Where(route => route.GetProperty("protocol").GetString() == "bgp")
                .Sum(route =>
                    route.GetProperty("nexthops").EnumerateArray().Count(hop => hop.TryGetProperty("fib", out _))
                )
            : 0;
    }

    /// <summary>When each session was set up: one that bounces gets another time.</summary>
    public IReadOnlyDictionary<string, long> Sessions()
    {
        using var neighbours = JsonDocument.Parse(Gateway.Vtysh("show bgp neighbors json"));
        return neighbours
            .RootElement.EnumerateObject()
            .Where(peer =>
                peer.Value.ValueKind == JsonValueKind.Object
                && peer.Value.GetProperty("bgpState").GetString() == "Established"
            )
            .ToDictionary(
                peer => peer.Name,
                peer => peer.Value.GetProperty("bgpTimerUpEstablishedEpoch").GetInt64(),
                StringComparer.Ordinal
            );
    }

    /// <summary>Asserts that the sessions of <paramref name="before"/> still stand, FRR's rounding aside.</summary>
    public void AssertUnbroken(IReadOnlyDictionary<string, long> before)
    {
        var now = Sessions();
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), now.Keys.Order(StringComparer.Ordinal));
        Assert.All(before, session => Assert.InRange(now[session.Key] - session.Value, -2, 2));
    }

    /// <summary>Asserts that a failed update says this, and shows all of it where it does not.</summary>
    public static void AssertFailed(Outcome outcome, params IEnumerable<string> parts)
    {
        Assert.True(outcome.Status != 0, outcome.All);
        Assert.All(
            parts,
            part => Assert.True(outcome.Errors.Contains(part, StringComparison.Ordinal), $"{part} in {outcome.All}")
        );
    }

    /// <summary>A file of the change that is open, or was the last.</summary>
    public string State(string name)
    {
        var path = Gateway.PathOf(string.Create(CultureInfo.InvariantCulture, $"/run/bgplb/{Design.Owner}/{name}"));
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    public void Dispose() => _lab.Dispose();

    /// <summary>Without the empty nodes that VyOS leaves behind.</summary>
    private static string Statements(string active) =>
        string.Concat(
            active
                .Split('\n')
                .Where(line =>
                    line.Split(' ') is { Length: > 3 } || line.StartsWith("system ", StringComparison.Ordinal)
                )
                .Where(line => line is not ("system ip multipath" or "system ipv6 multipath"))
                .Select(line => $"{line}\n")
        );

    private Outcome Run(RouterScript script, Func<RouterScript, string> commandLine)
    {
        var outcome = _client.Run(commandLine(script), Scripts.Plain(script.Stdin));
        foreach (var password in (string[])[Scripts.Password, Second])
        {
            Assert.DoesNotContain(password, outcome.All);
            Assert.DoesNotContain(password, State("verdict"));
            Assert.DoesNotContain(password, State("errors"));
            Assert.DoesNotContain(password, Gateway.Log);
            Assert.DoesNotContain(password, _vyos?.Arguments ?? "");
        }

        return outcome;
    }
}
