namespace BgpLb.Rehearsal;

/// <summary>
/// The mounts of a gateway, and how programs get to see them. They last as long as a process that does nothing else.
/// </summary>
internal sealed class GatewayRoot : IDisposable
{
    /// <summary>As a server for SSH sets it for root.</summary>
    private const string SearchPath = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private const string Filler = "/data/filler";

    private readonly Teardown _teardown = new();
    private readonly RunningProgram _holder;
    private readonly string _name;
    private readonly bool _hasLimit;

    public GatewayRoot(Namespace network, int? diskSize)
    {
        _name = network.Name;
        _hasLimit = diskSize is not null;
        _holder = _teardown.Construct(() =>
        {
            var files = _teardown.AddFolder();
            var script = ShellScript.Read("gateway-root.sh");
            var holder = network.Start("", "bash", "-c", script, "gateway-root", _name, files, $"{diskSize}");
            _teardown.Add(holder);
            holder.AwaitText("ready\n");
            return holder;
        });
    }

    /// <summary>The number of the process that keeps the mounts.</summary>
    public int Holder => _holder.Id;

    /// <summary>Where the machine sees a file of the gateway's.</summary>
    public string PathOf(string path) => $"/proc/{Holder}/root{path}";

    /// <summary>Gives the gateway fresh folders for what does not outlive a restart.</summary>
    public void Boot()
    {
        var outcome = Run("", "bash", "-c", ShellScript.Read("gateway-boot.sh"), "gateway-boot", _name);
        if (outcome.Status != 0)
        {
            throw new RehearsalException($"{_name} does not boot: {outcome.All}");
        }
    }

    public RunningProgram Start(string stdin, params ReadOnlySpan<string> program) =>
        Shell.Start(stdin, "nsenter", [.. Entrance, .. program]);

    public Outcome Run(string stdin, params ReadOnlySpan<string> program) =>
        Shell.Run(stdin, "nsenter", [.. Entrance, .. program]);

    public void FillDisk()
    {
        if (!_hasLimit)
        {
            throw new RehearsalException("a disk without a size of its own is not filled: it is the machine's");
        }

        using var filler = new FileStream(PathOf(Filler), FileMode.Append, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void EmptyDisk() => File.Delete(PathOf(Filler));

    public void Dispose() => _teardown.Dispose();

    private string[] Entrance =>
        ["--target", $"{Holder}", "--mount", "--net", "--root", "--", "env", "--chdir=/root", SearchPath, "HOME=/root"];
}
