namespace BgpLb.Policies.Rules.Cilium;

/// <summary>The fields below <c>spec</c> of the kinds of <c>cilium.io/v2</c> that the stacks use.</summary>
/// <param name="Leaves">By their paths the minor release that they come with; <c>[]</c> is an element, <c>*</c> any name.</param>
internal sealed record ObjectFields(Dictionary<string, int> Leaves)
{
    /// <summary>The objects and lists on the way to the leaves.</summary>
    private readonly HashSet<string> _above = Leaves.Keys.SelectMany(Above).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, ObjectFields> ByKind { get; } =
        new Dictionary<string, ObjectFields>(StringComparer.Ordinal)
        {
            ["CiliumBGPClusterConfig"] = Of(
                """
                nodeSelector{} bgpInstances[].name bgpInstances[].localASN bgpInstances[].localPort
                bgpInstances[].peers[].name bgpInstances[].peers[].peerAddress bgpInstances[].peers[].peerASN
                bgpInstances[].peers[].peerConfigRef.name bgpInstances[].peers[].autoDiscovery.mode
                bgpInstances[].peers[].autoDiscovery.defaultGateway.addressFamily
                """
            ),
            ["CiliumBGPPeerConfig"] = Of(
                """
                authSecretRef ebgpMultihop transport.peerPort transport.sourceInterface@19
                timers.connectRetryTimeSeconds timers.holdTimeSeconds timers.keepAliveTimeSeconds
                gracefulRestart.enabled gracefulRestart.restartTimeSeconds
                families[].afi families[].safi families[].advertisements{}
                """
            ),
            ["CiliumBGPAdvertisement"] = Of(
                """
                advertisements[].advertisementType advertisements[].selector{} advertisements[].interface.name@19
                advertisements[].service.addresses[] advertisements[].service.aggregationLengthIPv4
                advertisements[].service.aggregationLengthIPv6
                advertisements[].attributes.localPreference advertisements[].attributes.communities.standard[]
                advertisements[].attributes.communities.wellKnown[] advertisements[].attributes.communities.large[]
                """
            ),
            ["CiliumBGPNodeConfigOverride"] = Of(
                """
                bgpInstances[].name bgpInstances[].localASN bgpInstances[].localPort bgpInstances[].routerID
                bgpInstances[].peers[].name bgpInstances[].peers[].localAddress bgpInstances[].peers[].localPort
                """
            ),
            ["CiliumLoadBalancerIPPool"] = Of(
                "allowFirstLastIPs disabled serviceSelector{} blocks[].cidr blocks[].start blocks[].stop"
            ),
        };

    public bool IsLeaf(string path) => Leaves.ContainsKey(path);

    /// <summary>Whether there may be something at this place: a leaf, or what leads to one.</summary>
    public bool Has(string path) => IsLeaf(path) || _above.Contains(path);

    /// <summary>Reads paths apart by white space; <c>{}</c> is a label selector, <c>@19</c> a field that is new in 1.19.</summary>
    private static ObjectFields Of(string text) =>
        new(
            text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(path => path.EndsWith("{}", StringComparison.Ordinal) ? Selector(path[..^2]) : [path])
                .Select(path => path.Split('@'))
                .ToDictionary(
                    parts => parts[0],
                    parts => parts.Length > 1 ? int.Parse(parts[1]) : 0,
                    StringComparer.Ordinal
                )
        );

    private static IEnumerable<string> Selector(string path) =>
        [
            $"{path}.matchLabels.*",
            $"{path}.matchExpressions[].key",
            $"{path}.matchExpressions[].operator",
            $"{path}.matchExpressions[].values[]",
        ];

    private static IEnumerable<string> Above(string path)
    {
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i] == '.' || path[i] == '[')
            {
                yield return path[..i];
            }
        }
    }
}
