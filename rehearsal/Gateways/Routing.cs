using System.Globalization;

namespace BgpLb.Rehearsal;

/// <summary>FRR's daemons on a gateway.</summary>
internal sealed class Routing(GatewayRoot root, string name)
{
    private const string Folder = "/usr/lib/frr";
    public const string Log = "/var/log/frr/frr.log";

    /// <summary>In the order in which they are started; later versions of FRR need the first, earlier ones lack it.</summary>
    private static readonly string[] Daemons = ["mgmtd", "zebra", "staticd", "bgpd"];

    public string ConfigurationFile => $"/etc/frr/{name}/frr.conf";

    public void Start(bool loadSaved)
    {
        foreach (var daemon in Daemons.Where(daemon => File.Exists($"{Folder}/{daemon}")))
        {
            Do($"{Folder}/{daemon}", "-N", name, "-d", "--log", $"file:{Log}", "--log-level", "informational");
        }

        if (loadSaved)
        {
            Do("vtysh", "-b");
        }
    }

    public void Stop()
    {
        int[] running = [.. Daemons.Select(IdOf).OfType<int>()];
        foreach (var id in running)
        {
            Shell.Do("kill", $"{id}");
        }

        Poll.Until($"the end of FRR in {name}", () => !running.Any(id => Directory.Exists($"/proc/{id}")));
    }

    /// <summary>Ends one daemon at once, as a crash would.</summary>
    public void Kill(string daemon) => ProcessTable.Kill([.. new[] { daemon }.Select(IdOf).OfType<int>()]);

    public void Enter(string lines) => Vtysh(lines, "-f", "/dev/stdin");

    public string Vtysh(string command) => Vtysh("", "-c", command);

    private string Vtysh(string stdin, params ReadOnlySpan<string> arguments)
    {
        var outcome = root.Run(stdin, ["vtysh", .. arguments]);
        return outcome.Status == 0
            ? outcome.Output
            : throw new RehearsalException($"vtysh {string.Join(' ', arguments)} in {name}: {outcome.All}");
    }

    private void Do(params ReadOnlySpan<string> program)
    {
        var outcome = root.Run("", program);
        if (outcome.Status != 0)
        {
            throw new RehearsalException($"{program[0]} in {name}: {outcome.All}");
        }
    }

    private int? IdOf(string daemon)
    {
        var file = root.PathOf($"/run/frr/{name}/{daemon}.pid");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }
}
