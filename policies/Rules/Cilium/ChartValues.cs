namespace BgpLb.Policies.Rules.Cilium;

/// <summary>
/// The values that the chart knows: all of the top level, and within what is about announcing and balancing. Of the
/// rest the names below are not listed.
/// </summary>
internal static class ChartValues
{
    /// <summary>The last minor release that the list was written for.</summary>
    public const int Newest = 20;

    /// <summary>Stands for the last minor release of what is not gone.</summary>
    public const int NoEnd = 999;

    private const string Always = """
        MTU affinity agent agentNotReadyTaintKey aksbyocni alibabacloud annotateK8sNode annotations apiRateLimit
        authentication autoDirectNodeRoutes azure bandwidthManager bpf bpfClockProbe certgen cgroup
        ciliumEndpointSlice cleanBpfState cleanState cluster clustermesh cni commonLabels configDriftDetection
        connectivityProbeFrequencyRatio conntrackGCInterval conntrackGCMaxInterval crdWaitTimeout daemon dashboards
        debug defaultLBServiceIPAM devices directRoutingSkipUnreachable disableEndpointCRD disableEnvoyVersionCheck
        disableIptablesFeederRules dnsPolicy dnsPolicyUnloadOnShutdown dnsProxy egressGateway
        egressMasqueradeInterfaces enableCriticalPriorityClass enableIPv4BIGTCP enableIPv4Masquerade enableIPv6BIGTCP
        enableIPv6Masquerade enableIdentityMark enableInternalTrafficPolicy enableLBIPAM enableMasqueradeRouteSource
        enableNonDefaultDenyPolicies enableXTSocketFallback encryption endpointHealthChecking
        endpointLockdownOnMapOverflow endpointPolicyUpdateTimeoutDuration endpointRoutes eni envoy envoyConfig etcd
        extraArgs extraConfig extraContainers extraEnv extraHostPathMounts extraInitContainers extraVolumeMounts
        extraVolumes forceDeviceDetection fragmentTracking gatewayAPI gke global healthCheckICMPFailureThreshold
        healthChecking healthPort hostFirewall hubble identityAllocationMode identityChangeGracePeriod
        identityManagementMode image imagePullSecrets ingressController initResources installNoConntrackIptablesRules
        ipMasqAgent ipam iptablesLockTimeout iptablesRandomFully ipv4 ipv4NativeRoutingCIDR ipv6
        ipv6NativeRoutingCIDR k8s k8sClientExponentialBackoff k8sClientRateLimit k8sNetworkPolicy k8sServiceHost
        k8sServiceHostRef k8sServiceLookupConfigMapName k8sServiceLookupNamespace k8sServicePort keepDeprecatedLabels
        keepDeprecatedProbes kubeConfigPath kubeProxyReplacement kubeProxyReplacementHealthzBindAddr l2NeighDiscovery
        l7Proxy labels livenessProbe localRedirectPolicies localRedirectPolicy logSystemLoad maglev monitor name
        namespaceOverride nat nat46x64Gateway nodeIPAM nodeLabels nodeSelector nodeSelectorLabels nodeinit operator
        pmtuDiscovery podAnnotations podLabels podSecurityContext policyAuditMode policyCIDRMatchMode
        policyEnforcementMode pprof preflight priorityClassName prometheus rbac readinessProbe resourceQuotas
        resources rollOutCiliumPods routingMode scheduling sctp secretsNamespaceAnnotations securityContext
        serviceAccounts serviceNoBackendResponse sessionAffinity sleepAfterInit socketLB startupProbe
        synchronizeK8sNodes sysctlfix terminationGracePeriodSeconds tls tolerations tunnelPort tunnelProtocol
        tunnelSourcePortRange underlayProtocol updateStrategy upgradeCompatibility vtep waitForKubeProxy
        wellKnownIdentities
        bgpControlPlane.enabled bgpControlPlane.legacyOriginAttribute.enabled bgpControlPlane.routerIDAllocation.ipPool
        bgpControlPlane.routerIDAllocation.mode bgpControlPlane.secretsNamespace.create
        bgpControlPlane.secretsNamespace.name bgpControlPlane.statusReport.enabled
        l2announcements.enabled l2announcements.leaseDuration l2announcements.leaseRenewDeadline
        l2announcements.leaseRetryPeriod l2podAnnouncements.enabled l2podAnnouncements.interfacePattern
        loadBalancer.acceleration loadBalancer.algorithm loadBalancer.dsrDispatch loadBalancer.l7 loadBalancer.mode
        loadBalancer.serviceTopology
        nodePort.addresses nodePort.autoProtectPortRange nodePort.bindProtection nodePort.enableHealthCheck
        nodePort.enableHealthCheckLoadBalancerIP nodePort.range
        """;

    private const string From19 = """
        enableNoServiceEndpointsRoutable policyDenyResponse secretsNamespaceLabels standaloneDnsProxy tmpVolume
        """;

    private const string From20 = """
        datapathPlugins k8sClusterNetworkPolicy minReadySeconds nativeRoutingCIDRFromClusterPool preferIpv6
        loadBalancer.reflectorWaitTime nodePort.enableDynamicSourceLookup
        """;

    private const string Until18 = """
        customCalls enableK8sEndpointSlice svcSourceRangeCheck
        l2podAnnouncements.interface loadBalancer.standalone nodePort.enabled
        """;

    private const string Until16 = "externalIPs";

    /// <summary>By their paths the minor releases that know them.</summary>
    public static IReadOnlyDictionary<string, Releases> Known { get; } =
        new[]
        {
            Paths(Always, 0, NoEnd),
            Paths(From19, 19, NoEnd),
            Paths(From20, 20, NoEnd),
            Paths(Until18, 0, 18),
            Paths(Until16, 0, 16),
        }
            .SelectMany(paths => paths)
            .ToDictionary(known => known.Path, StringComparer.Ordinal);

    /// <summary>The objects whose names are all listed.</summary>
    public static IReadOnlySet<string> Closed { get; } = Known.Keys.SelectMany(Above).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Releases> Paths(string text, int first, int last) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(path => new Releases(path, first, last));

    private static IEnumerable<string> Above(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }
    }
}

/// <summary>The minor releases of Cilium that know a value: the first and the last.</summary>
internal sealed record Releases(string Path, int First, int Last);
