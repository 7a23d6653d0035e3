namespace BgpLb.Rehearsal;

/// <summary>A GoBGP daemon that speaks for a node, as the one embedded in Cilium's agent does.</summary>
internal sealed class Speaker : IDisposable
{
    private readonly Teardown _teardown = new();
    private readonly Namespace _network;
    private readonly RunningProgram _daemon;

    /// <param name="afterRestart">Whether it tells its peers that it has kept its routes while it was away.</param>
    public Speaker(Namespace network, SpeakerOptions options, bool afterRestart)
    {
        _network = network;
        _daemon = _teardown.Construct(() =>
        {
            var file = Path.Combine(_teardown.AddFolder(), "gobgpd.toml");
            File.WriteAllText(file, SpeakerConfiguration.Of(options));
            ReadOnlySpan<string> restarted = afterRestart ? ["--graceful-restart"] : [];
            var daemon = _teardown.Add(
                network.Start(
                    "",
                    "gobgpd",
                    ["--config-file", file, "--api-hosts", "127.0.0.1:50051", "--pprof-disable", .. restarted]
                )
            );
            Poll.Until("an answer from gobgpd", () => Answers(daemon));
            return daemon;
        });
    }

    public IReadOnlyList<SpeakerSession> Sessions => SpeakerSession.Read(Do("neighbor", "-j"));

    public void Announce(string prefix, IReadOnlyList<string> communities) =>
        Do(["global", "rib", "add", .. Route(prefix), "origin", "igp", .. Communities(communities)]);

    public void Withdraw(string prefix) => Do(["global", "rib", "del", .. Route(prefix)]);

    /// <summary>Lets it end in good order: it sends what the protocol wants it to.</summary>
    public void Stop()
    {
        Shell.Do("kill", $"{_daemon.Id}");
        _daemon.Wait(Poll.Patience);
        Dispose();
    }

    /// <summary>Ends it at once.</summary>
    public void Dispose() => _teardown.Dispose();

    private bool Answers(RunningProgram daemon) =>
        daemon.HasEnded
            ? throw new RehearsalException($"gobgpd ended: {daemon.Written}")
            : _network.Run("", "gobgp", "neighbor", "-j").Status == 0;

    private string Do(params ReadOnlySpan<string> arguments) => _network.Do("gobgp", arguments);

    private static string[] Route(string prefix) => [prefix, "-a", prefix.Contains(':') ? "ipv6" : "ipv4"];

    private static string[] Communities(IReadOnlyList<string> communities)
    {
        var large = communities.ToLookup(community => community.Count(letter => letter == ':') == 2);
        return
        [
            .. large[false].Any() ? ["community", string.Join(',', large[false])] : Array.Empty<string>(),
            .. large[true].Any() ? ["large-community", string.Join(',', large[true])] : Array.Empty<string>(),
        ];
    }
}
