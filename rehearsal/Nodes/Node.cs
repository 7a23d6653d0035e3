namespace BgpLb.Rehearsal;

/// <summary>A node of the cluster: a host with a speaker that dials the gateway and announces load-balancer addresses.</summary>
public sealed class Node : IDisposable
{
    private readonly Host _host;
    private readonly Dictionary<string, IReadOnlyList<string>> _announced = new(StringComparer.Ordinal);
    private Speaker? _speaker;

    /// <summary>Plugs it into a segment of the gateway's and starts its speaker.</summary>
    /// <param name="segment">By its interface's name; null for the first.</param>
    /// <param name="addresses">With their prefix lengths.</param>
    public Node(Gateway gateway, string? segment, IReadOnlyList<string> addresses, SpeakerOptions options)
    {
        Options = options;
        _host = gateway.Attach(segment, addresses);
        var teardown = new Teardown();
        teardown.Add(_host);
        teardown.Construct(() => Start());
    }

    /// <summary>What the speaker has been told.</summary>
    public SpeakerOptions Options { get; private set; }

    /// <summary>Its network.</summary>
    public Namespace Namespace => _host.Namespace;

    /// <summary>Its cable: <see cref="Link.Cut"/> is a node that dies silently.</summary>
    public Link Link => _host.Link;

    /// <summary>The state of its sessions; none when the speaker does not run.</summary>
    public IReadOnlyList<SpeakerSession> Sessions => _speaker?.Sessions ?? [];

    /// <summary>Whether all its sessions stand.</summary>
    public bool IsEstablished => Sessions is { Count: > 0 } sessions && sessions.All(session => session.IsEstablished);

    /// <summary>
    /// Takes on an address (a VIP, as <c>172.29.52.100</c>) and announces it as Cilium does: alone in its prefix, with
    /// itself as the next hop. It is announced again after a restart.
    /// </summary>
    /// <param name="communities">Standard (<c>64512:100</c>) and large ones (<c>64512:1:100</c>).</param>
    public void Announce(string vip, params IReadOnlyList<string> communities)
    {
        var prefix = vip.Contains(':') ? $"{vip}/128" : $"{vip}/32";
        Namespace.AddAddress("lo", prefix);
        AnnouncePrefix(prefix, communities);
    }

    /// <summary>Takes an address back and gives it up.</summary>
    public void Withdraw(string vip)
    {
        var prefix = vip.Contains(':') ? $"{vip}/128" : $"{vip}/32";
        WithdrawPrefix(prefix);
        Namespace.Ip("address", "delete", prefix, "dev", "lo");
    }

    /// <summary>Announces any prefix, its own or not, as a node that is set up wrongly or hostile would.</summary>
    public void AnnouncePrefix(string prefix, params IReadOnlyList<string> communities)
    {
        _announced[prefix] = communities;
        _speaker?.Announce(prefix, communities);
    }

    /// <summary>Takes a prefix back.</summary>
    public void WithdrawPrefix(string prefix)
    {
        _announced.Remove(prefix);
        _speaker?.Withdraw(prefix);
    }

    /// <summary>Starts the speaker if it does not run.</summary>
    /// <param name="afterRestart">Whether it claims to have kept its routes, as Cilium's does with graceful restart.</param>
    public void Start(bool afterRestart = false)
    {
        if (_speaker is not null)
        {
            return;
        }

        _speaker = new(Namespace, Options, afterRestart);
        foreach (var (prefix, communities) in _announced)
        {
            _speaker.Announce(prefix, communities);
        }
    }

    /// <summary>Ends the speaker in good order.</summary>
    public void Stop()
    {
        _speaker?.Stop();
        _speaker = null;
    }

    /// <summary>Ends the speaker at once, as a crash would; the kernel tells its peers that the connections are over.</summary>
    public void Kill()
    {
        _speaker?.Dispose();
        _speaker = null;
    }

    /// <summary>Kills the speaker and starts it again, with other options if there are any.</summary>
    public void Restart(SpeakerOptions? options = null)
    {
        Kill();
        Options = options ?? Options;
        Start(afterRestart: Options.RestartTime is not null);
    }

    public void Dispose()
    {
        Kill();
        _host.Dispose();
    }
}
