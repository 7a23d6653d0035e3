namespace BgpLb.Rehearsal;

/// <summary>A cable from a host's interface to a port of a bridge in the gateway's namespace.</summary>
public sealed class Link
{
    private static int s_count;

    private readonly Namespace _gateway;

    internal Link(Namespace host, string name, Namespace gateway, string bridge)
    {
        _gateway = gateway;
        Name = name;
        Port = $"port{Interlocked.Increment(ref s_count)}";
        host.Ip("link", "add", name, "type", "veth", "peer", "name", Port, "netns", gateway.Name);
        gateway.Ip("link", "set", Port, "master", bridge, "up");
        host.Ip("link", "set", name, "up");
    }

    /// <summary>The host's interface.</summary>
    public string Name { get; }

    /// <summary>The bridge's port.</summary>
    public string Port { get; }

    /// <summary>Whether it was ever cut or pulled: connections that were open then may still wait to send again.</summary>
    public bool HasBeenDown { get; private set; }

    /// <summary>
    /// Lets nothing through any more, in neither direction, and tells nobody: both ends still see a carrier. (The port
    /// is disabled but stays in the bridge: outside of it, the gateway would answer the host's ARP requests on it.)
    /// </summary>
    public void Cut()
    {
        HasBeenDown = true;
        Shell.Do("bridge", "-n", _gateway.Name, "link", "set", "dev", Port, "state", "disabled");
    }

    /// <summary>Pulls the cable: both ends see that the carrier is lost.</summary>
    public void Pull()
    {
        HasBeenDown = true;
        _gateway.Ip("link", "set", Port, "down");
    }

    /// <summary>Undoes <see cref="Cut"/> and <see cref="Pull"/>.</summary>
    public void Mend()
    {
        _gateway.Ip("link", "set", Port, "up");
        // The kernel tells the bridge of the carrier a moment later, and until then refuses this.
        Poll.Read(
            $"{Port} forwards",
            () => Shell.Run("", "bridge", "-n", _gateway.Name, "link", "set", "dev", Port, "state", "forwarding").All,
            refusal => refusal.Length == 0
        );
    }
}
