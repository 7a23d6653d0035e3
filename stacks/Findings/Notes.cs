using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Policies;
using BgpLb.Settings;

namespace BgpLb.Stacks.Findings;

/// <summary>What a stack's files alone tell a person to know or to do before <c>pulumi up</c>.</summary>
internal static class Notes
{
    public static ImmutableArray<Finding> On(LoadBalancerDesign design, SecretSettings secrets) =>
        [
            .. Password(design, secrets),
            .. Kubeconfig(design, secrets),
            .. SshKeys(design, secrets),
            .. Apis(design, secrets),
            .. GoneRouters(design),
            .. Release(design),
            .. Distribution(design),
        ];

    private static IEnumerable<Finding> Password(LoadBalancerDesign design, SecretSettings secrets)
    {
        if (design.Session.Password.Source == PasswordSource.External && secrets.BgpPassword is null)
        {
            yield return new(
                "secret-missing",
                Severity.Warning,
                "bgpPassword",
                "pulumi up needs the password that the External Secrets store has, for the routers.",
                $"pulumi config set --secret bgpPassword --stack {design.Stack}"
            );
        }
    }

    private static IEnumerable<Finding> Kubeconfig(LoadBalancerDesign design, SecretSettings secrets)
    {
        if (secrets.Kubeconfig is null && design.Cluster.KubeContext.Length == 0)
        {
            yield return new(
                "current-context",
                Severity.Warning,
                "cluster.kubeContext",
                "The cluster is whichever your kubeconfig's current context names.",
                "Name the context in cluster.kubeContext, or: "
                    + $"pulumi config set --secret kubeconfig --stack {design.Stack} < KUBECONFIG"
            );
        }
    }

    private static IEnumerable<Finding> SshKeys(LoadBalancerDesign design, SecretSettings secrets) =>
        from router in design.Routers
        let ssh = router.Access as SshSettings
        where ssh is not null && !router.Retain && !secrets.SshKeys.ContainsKey(router.Name)
        select new Finding(
            "ssh-agent",
            Severity.Info,
            $"sshKeys.{router.Name}",
            $"{ssh.User}@{ssh.Host} is reached with the keys of your SSH agent.",
            "To give the stack a key of its own: "
                + $"pulumi config set --secret --path 'sshKeys[\"{router.Name}\"]' --stack {design.Stack} < KEY"
        );

    private static IEnumerable<Finding> Apis(LoadBalancerDesign design, SecretSettings secrets)
    {
        for (var i = 0; i < design.Routers.Length; i++)
        {
            if (design.Routers[i] is not { Access: ApiSettings api, Retain: false, Name: var name })
            {
                continue;
            }

            if (!secrets.ApiKeys.ContainsKey(name))
            {
                yield return new(
                    "secret-missing",
                    Severity.Warning,
                    $"apiKeys.{name}",
                    $"pulumi up needs the key of {name}'s API.",
                    $"pulumi config set --secret --path 'apiKeys[\"{name}\"]' --stack {design.Stack}"
                );
            }

            yield return new(
                "whole-document",
                Severity.Warning,
                $"routers[{i}].delivery",
                $"The stack owns all of the BGP document of {name}'s site {api.Site}: each change restarts every session, nobody "
                    + "there watches the sessions, nothing goes back by itself, and the kernel's settings stay as they are.",
                "A document of somebody else is refused, not replaced; delivery: ssh shares the router and has a revert timer."
            );
        }
    }

    private static IEnumerable<Finding> GoneRouters(LoadBalancerDesign design)
    {
        for (var i = 0; i < design.Routers.Length; i++)
        {
            if (design.Routers[i] is { Retain: true, Name: var name })
            {
                yield return new(
                    "router-retained",
                    Severity.Info,
                    $"routers[{i}].retain",
                    $"{name} is left as it is: nobody connects to it, nothing is sent to it, no confirmation is asked of it.",
                    "After one pulumi up remove it from the stack's file; docs/runbooks/router-gone.md has both steps."
                );
            }
        }
    }

    private static IEnumerable<Finding> Release(LoadBalancerDesign design)
    {
        var release = $"{design.Release.Namespace}/{design.Release.Name}";
        switch (design.Release.Management)
        {
            case Management.Adopt:
                yield return new(
                    "release-adopted",
                    Severity.Info,
                    "cilium.management",
                    $"The Helm release {release} has to exist; the first pulumi up imports it and sets the values that differ.",
                    "pulumi preview --diff shows them one by one."
                );
                break;
            case Management.External:
                yield return new(
                    "release-external",
                    Severity.Warning,
                    "cilium.management",
                    $"Somebody else installs {release}; BGP works only with the values that this plan shows.",
                    $"bgplb render {design.Stack} --out DIR writes them to DIR/cilium/values.yaml."
                );
                break;
        }
    }

    private static IEnumerable<Finding> Distribution(LoadBalancerDesign design)
    {
        if (design.Cluster.Distribution == Settings.Distribution.Harvester)
        {
            yield return new(
                "harvester-class",
                Severity.Info,
                "cluster.distribution",
                "Harvester's own load balancer takes every Service that does not name another class.",
                "Give Services loadBalancerClass: io.cilium/bgp-control-plane when they are made; it cannot be changed later."
            );
        }
    }
}
