using System.Globalization;

namespace BgpLb.Rehearsal;

/// <summary>
/// A gateway with the stand-in for VyOS, whose README says what that is and is not: scripts for VyOS arrive over SSH as
/// at any gateway, and what they commit runs in the gateway's FRR. Statements are as after <c>set</c>, without quotes.
/// </summary>
public sealed class VyosGateway : IDisposable
{
    private const string Folder = "/vyos";
    private const string Files = $"{Folder}/files";
    private const string BootFile = "/config/config.boot";

    private readonly Teardown _teardown = new();

    /// <summary>One that has booted with a configuration.</summary>
    /// <param name="options">Its network and its disk.</param>
    /// <param name="configuration">What runs and has been saved at first: a statement to a line, at least one.</param>
    /// <param name="secondsPerMinute">How long a minute of a commit-confirm lasts.</param>
    public VyosGateway(GatewayOptions options, string configuration, double secondsPerMinute = 60)
    {
        Gateway = _teardown.Add(new Gateway(options));
        _teardown.Construct(() => Install(configuration, secondsPerMinute));
    }

    /// <summary>The gateway; when it reboots, it comes up with what is saved.</summary>
    public Gateway Gateway { get; }

    /// <summary>What runs: sorted statements.</summary>
    public string Active => Sorted(File.ReadAllText(PathOf("active")));

    /// <summary>What the next start finds: sorted statements.</summary>
    public string Saved => Sorted(Do($"awk -f {Files}/commands.awk {BootFile}"));

    /// <summary>Every command line that any of VyOS's programs was given so far.</summary>
    public string Arguments => File.ReadAllText(PathOf("arguments"));

    /// <summary>Whether the next commit that concerns BGP is to fail; it is over then.</summary>
    public bool FailsNextCommit
    {
        get => Has("fail-commit");
        set => Switch("fail-commit", value);
    }

    /// <summary>Whether nothing can be saved.</summary>
    public bool IsFull
    {
        get => Has("full");
        set => Switch("full", value);
    }

    /// <summary>Whether a commit waits to be confirmed.</summary>
    public bool IsPending => Has("confirm");

    /// <summary>Runs a command line as root's shell does, without SSH.</summary>
    public Outcome Run(string commandLine, string stdin) => Gateway.Run(commandLine, stdin);

    /// <summary>Runs lines in a configuration session; what they answer is printed as they say.</summary>
    public Outcome Script(string lines) =>
        Run(
            "sg vyattacfg -c 'vbash -s'",
            $"source /opt/vyatta/etc/functions/script-template\nconfigure\n{lines}\nbuiltin exit 0\n"
        );

    /// <summary>Ends all its processes and leaves nothing of it on the machine.</summary>
    public void Dispose() => _teardown.Dispose();

    private static string PathIn(string name) => $"{Folder}/{name}";

    private static string Sorted(string text) =>
        string.Concat(
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
                .Select(line => $"{line}\n")
        );

    private void Install(string configuration, double secondsPerMinute)
    {
        // The machine's /opt cannot be written to.
        Do($"mkdir -p {Files} /opt && mount -t tmpfs -o mode=755 tmpfs /opt");
        StandIn.WriteTo(Gateway.PathOf(Files));
        Do($"chmod +x {Files}/vyos.sh && bash {Files}/install.sh / /usr/local/sbin");
        var minute = secondsPerMinute.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(
            PathOf("settings"),
            $"MINUTE={minute} PATHSPACE={Gateway.Namespace.Name} REBOOT='touch {PathIn("reboot")}'\n"
        );
        File.WriteAllText(PathOf("active"), Sorted(configuration));
        Do("vyos-save-config");
        Boot();
        Gateway.Started = Boot;
        _teardown.Add(new PowerCut(Gateway, PathIn("reboot")));
    }

    private void Boot() => Do("vyos-boot");

    private string Do(string commandLine)
    {
        var outcome = Run(commandLine, "");
        return outcome.Status == 0
            ? outcome.Output
            : throw new RehearsalException($"{commandLine} in {Gateway.Namespace.Name}: {outcome.All}");
    }

    private string PathOf(string name) => Gateway.PathOf(PathIn(name));

    private bool Has(string name) => File.Exists(PathOf(name));

    private void Switch(string name, bool isOn)
    {
        if (isOn)
        {
            File.WriteAllText(PathOf(name), "");
        }
        else
        {
            File.Delete(PathOf(name));
        }
    }
}
