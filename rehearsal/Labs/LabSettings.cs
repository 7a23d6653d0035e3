using System.Collections.Immutable;
using System.Security.Cryptography;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>
/// A stack's settings as the lab needs them: the routers are reached at the lab's addresses with the lab's keys, and
/// secrets that only Pulumi can read are made up. Nothing else is another one.
/// </summary>
internal sealed class LabSettings(string project, string stack, IReadOnlyList<LabRouter> routers)
{
    /// <summary>What the lab's store holds where the password comes from one.</summary>
    public string StoredPassword { get; set; } = RandomNumberGenerator.GetHexString(24);

    /// <summary>How long a changed router waits for its sessions before it goes back; null for what the stack says.</summary>
    public TimeSpan? RevertAfter { get; set; }

    /// <summary>The design, with the routers where the lab has them.</summary>
    /// <exception cref="RehearsalException">The settings allow none; the message says why.</exception>
    public LoadBalancerDesign Design(StackSettings settings)
    {
        var (design, problems) = Designer.Design(project, stack, settings);
        return design is null
            ? throw new RehearsalException($"no design: {string.Join("; ", problems)}")
            : design with
            {
                Routers = [.. design.Routers.Select(Placed)],
                Peerings =
                [
                    .. design.Peerings.Select(peering =>
                        peering with
                        {
                            Peers = [.. peering.Peers.Select(Mistake.Peer)],
                        }
                    ),
                ],
            };
    }

    /// <summary>What is wrong on purpose.</summary>
    public Mistake Mistake { get; set; } = Mistake.None;

    public ResourceGraph Graph(StackSettings settings) => StackGraph.Build(Design(settings), Secrets);

    private SecretSettings Secrets =>
        new(
            new Secret(new Text(StoredPassword)),
            Kubeconfig: null,
            routers.ToImmutableSortedDictionary(
                router => router.Settings.Name,
                router => new Secret(new Text(router.PrivateKey))
            ),
            ImmutableSortedDictionary<string, Secret>.Empty
        );

    private RouterDesign Placed(RouterDesign router) =>
        Mistake.Router(router) with
        {
            Access = routers.First(one => one.Settings.Name == router.Name).Access,
            RevertAfter = RevertAfter ?? router.RevertAfter,
        };
}
