using BgpLb.Rehearsal.Clusters.Gobgp.Protocol;
using Google.Protobuf.WellKnownTypes;
using Path = BgpLb.Rehearsal.Clusters.Gobgp.Protocol.Path;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>What a gobgpd is told, in GoBGP's terms.</summary>
internal sealed class GobgpClient(string socket) : IDisposable
{
    private readonly UnixGrpc _calls = new(socket, "apipb.GobgpApi");

    public bool IsListening => _calls.IsListening;

    public void Start(InstancePlan plan) =>
        _calls.Call(
            "StartBgp",
            new StartBgpRequest
            {
                Global = new()
                {
                    Asn = plan.Asn,
                    RouterId = plan.RouterId,
                    ListenPort = plan.ListenPort,
                },
            }
        );

    /// <summary>Puts all policies in the place of those that are there; no session and no assignment is touched.</summary>
    public void SetPolicies(SetPoliciesRequest policies) => _calls.Call("SetPolicies", policies);

    /// <summary>Makes a policy the one that decides about all routes of a direction; what it does not accept is rejected.</summary>
    public void Assign(PolicyDirection direction, string policy) =>
        _calls.Call(
            "SetPolicyAssignment",
            new SetPolicyAssignmentRequest
            {
                Assignment = new()
                {
                    Name = "global",
                    Direction = direction,
                    Policies = { new Policy { Name = policy } },
                    DefaultAction = RouteAction.Reject,
                },
            }
        );

    public void AddPeer(string address, PeerSettings settings, int connectRetry) =>
        _calls.Call("AddPeer", new AddPeerRequest { Peer = PeerMessage.Of(address, settings, connectRetry) });

    /// <summary>Ends its session, with Cease/Peer De-configured.</summary>
    public void DeletePeer(string address) => _calls.Call("DeletePeer", new DeletePeerRequest { Address = address });

    /// <summary>Announces routes with the node as next hop, or takes them back, to all whom the policies let have them.</summary>
    public void Route(IReadOnlyCollection<string> prefixes, bool isWithdrawal)
    {
        if (prefixes.Count > 0)
        {
            _calls.Call(
                "AddPathStream",
                new AddPathStreamRequest { Paths = { prefixes.Select(it => PathTo(it, isWithdrawal)) } }
            );
        }
    }

    /// <summary>Sends all routes anew, as the policies are now. What they no longer let through is not taken back.</summary>
    public void Resend() =>
        _calls.Call(
            "ResetPeer",
            new ResetPeerRequest { Soft = true, Direction = ResetPeerRequest.Types.Direction.Out }
        );

    /// <summary>The neighbours' addresses and the states of their sessions.</summary>
    public IEnumerable<(string Address, PeerState.Types.SessionState State)> Peers() =>
        _calls
            .Call("ListPeer", new ListPeerRequest())
            .Select(answer => ListPeerResponse.Parser.ParseFrom(answer).Peer)
            .Select(peer => (peer.Conf.NeighborAddress, peer.State.SessionState));

    public void Dispose() => _calls.Dispose();

    private static Path PathTo(string prefix, bool isWithdrawal)
    {
        var parts = prefix.Split('/');
        var isIPv6 = prefix.Contains(':');
        return new()
        {
            Family = PeerMessage.Family(isIPv6),
            Nlri = Any.Pack(new IPAddressPrefix { Prefix = parts[0], PrefixLen = uint.Parse(parts[1]) }),
            Pattrs =
            {
                // IGP.
                Any.Pack(new OriginAttribute { Origin = 0 }),
                // Whatever address the session has.
                Any.Pack(new NextHopAttribute { NextHop = isIPv6 ? "::" : "0.0.0.0" }),
            },
            IsWithdraw = isWithdrawal,
        };
    }
}
