using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Rehearsal.Labs;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>Updates of the stack: with other settings, and with one end that is wrong.</summary>
internal static partial class Actions
{
    private const string NodeGroup = "node-group";

    /// <summary>By name. The policies' forecast is compared with these.</summary>
    internal static readonly Dictionary<string, Func<StackSettings, StackSettings>> Changes = new(
        StringComparer.Ordinal
    )
    {
        ["nothing"] = settings => settings,
        ["timer"] = settings =>
            settings with
            {
                Bgp = settings.Bgp with { HoldTime = settings.Bgp.HoldTime + 3 },
                // The budget is another one then; what was promised is not the question here.
                Objectives = new(new(null, null, null, null, null, null)),
            },
        ["password"] = settings =>
            settings with
            {
                Bgp = settings.Bgp with
                {
                    Password = settings.Bgp.Password with { Version = $"{settings.Bgp.Password.Version}-again" },
                },
            },
        ["node-asn"] = settings => settings with { Cluster = settings.Cluster with { Asn = 4_200_000_001 } },
        ["router-asn"] = settings =>
            settings with
            {
                Routers = [.. settings.Routers.Select(router => router with { Asn = 4_200_000_002 })],
            },
        [NodeGroup] = WithGroup,
        ["pool-larger"] = settings => WithPool(settings, pool => [.. pool.Addresses, FreeRange(settings, pool)]),
        ["pool-smaller"] = settings => WithPool(settings, pool => [FirstHalf(pool.Addresses[0])]),
        ["pool-moved"] = settings => WithPool(settings, pool => [FreeRange(settings, pool)]),
    };

    private static void Change(Stage stage, StepArgument argument)
    {
        var change =
            Changes.GetValueOrDefault(argument.Text)
            ?? throw new RehearsalException(
                $"no such change: {argument.Text}; there are {string.Join(", ", Changes.Keys)}"
            );
        var (before, password) = (stage.Lab.Settings, stage.Lab.Place.StoredPassword);
        stage.Undo(() =>
        {
            stage.Lab.Place.StoredPassword = password;
            Restore(stage, before);
        });
        if (argument.Text == "password")
        {
            stage.Lab.Place.StoredPassword += "2";
        }

        var after = change(before);
        if (argument.Text == NodeGroup)
        {
            foreach (var node in stage.Lab.AddGroup(after.Cluster))
            {
                stage.Undo(() => stage.Lab.RemoveNode(node));
            }
        }

        stage.LastUpdate = stage.Lab.Update(after);
        stage.Note("the update has ended");
    }

    /// <summary>An update in which one end is wrong, and what the person who runs it may do meanwhile.</summary>
    private static void Break(Stage stage, StepArgument argument)
    {
        var settings = stage.Lab.Settings;
        stage.Undo(() =>
        {
            stage.Lab.Place.Mistake = Mistake.None;
            Restore(stage, settings);
        });
        stage.Lab.Place.Mistake = argument["end"] switch
        {
            "router-filter" => Mistake.RouterFilter,
            "router-password" => Mistake.RouterPassword,
            "cluster-asn" => Mistake.ClusterAsn,
            var other => throw new RehearsalException(
                $"no such end: {other}; there are router-filter, router-password and cluster-asn"
            ),
        };
        using var killer = argument["runner"] == "killed" ? new RunnerKiller(stage.Lab.Commands) : null;
        stage.LastUpdate = stage.Lab.Update(settings);
        stage.Note("the update has ended");
    }

    private static void Restore(Stage stage, StackSettings settings)
    {
        var update = stage.Lab.Update(settings);
        if (!update.Succeeded)
        {
            throw new RehearsalException($"the way back fails: {update.Failure}");
        }
    }

    /// <summary>Two nodes in networks of their own; labels tell them from the others.</summary>
    private static StackSettings WithGroup(StackSettings settings)
    {
        var (subnets, first) = (LabNetworks.Spare(settings).ToArray(), settings.Cluster.NodeGroups[0]);
        var gateways = subnets.Select(subnet => Address.Parse(LabNetworks.Host(subnet, 1).Split('/')[0])!).ToArray();
        var group = first with
        {
            Name = "added",
            Labels = first.Labels.Clear().Add("bgplb/node-group", "added"),
            Subnets = [.. subnets],
            Gateways = [.. gateways.Where(gateway => first.Peers(gateway.Family))],
            Count = 2,
            Nodes = [],
        };
        return settings with
        {
            Cluster = settings.Cluster with { NodeGroups = settings.Cluster.NodeGroups.Add(group) },
            Routers =
            [
                .. settings.Routers.Select(
                    (router, i) =>
                        i > 0 || router.Addresses.IsEmpty
                            ? router
                            : router with
                            {
                                Addresses = [.. router.Addresses, .. group.Gateways],
                            }
                ),
            ],
        };
    }

    private static StackSettings WithPool(
        StackSettings settings,
        Func<PoolSettings, ImmutableArray<AddressRange>> ranges
    ) =>
        settings with
        {
            Pools = settings.Pools.SetItem(0, settings.Pools[0] with { Addresses = ranges(settings.Pools[0]) }),
        };

    private static AddressRange FirstHalf(AddressRange range)
    {
        var half = FreeAddresses.From(range.First).ElementAt((int)Math.Min(range.Count / 2, 100) - 1);
        return new(range.First, half);
    }

    /// <summary>Addresses of the pool's VIP subnet that no pool has, at least eight in a row.</summary>
    private static AddressRange FreeRange(StackSettings settings, PoolSettings pool)
    {
        var subnet = settings.VipSubnets.First(subnet => subnet.Contains(pool.Addresses[0].First));
        var run = new List<Address>();
        foreach (var address in FreeAddresses.In(subnet, new HashSet<Address>()))
        {
            if (settings.Pools.Any(other => other.Addresses.Any(range => range.Contains(address))))
            {
                run.Clear();
                continue;
            }

            run.Add(address);
            if (run.Count == 8)
            {
                return new(run[0], run[^1]);
            }
        }

        throw new RehearsalException($"{subnet} has no eight addresses in a row that no pool has");
    }
}
