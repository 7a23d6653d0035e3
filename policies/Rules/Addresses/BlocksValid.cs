using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>The API server checks no addresses.</summary>
internal static class BlocksValid
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "blocks-valid",
            Demand = "Every block of a pool is a network without host bits, or two addresses in order.",
            Why =
                "The API server takes anything for an address: a pool that ends at 172.29.52.999 is accepted and gives "
                + "out nothing.",
            Remedy = "Write FIRST-LAST or a network under pools[].addresses.",
            Wrong = "blocks: [{ start: 172.29.52.100, stop: 172.29.52.999 }]",
            Right = "blocks: [{ start: 172.29.52.100, stop: 172.29.52.199 }]",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource pool)
    {
        foreach (var block in PoolBlock.AllOf(pool))
        {
            if (PoolBlock.Read(block) is null)
            {
                yield return WrongOf(block);
            }
        }
    }

    private static Violation WrongOf(Property block)
    {
        var (cidr, start, stop) = (block["cidr"], block["start"], block["stop"]);
        return cidr.Text is { } network ? new(cidr, $"{cidr.Shown} of {block.Resource} {WhyNoNetwork(cidr, network)}.")
            : start.Text is not { } first
                ? new(block, $"A block of {block.Resource} has neither a network (cidr) nor a first address (start).")
            : Address.Parse(first) is not { } from ? new(start, $"{start.Shown} of {block.Resource} is no address.")
            : Address.Parse(stop.Text ?? first) is not { } to
                ? new(stop, $"{stop.Shown} of {block.Resource} is no address.")
            : new(
                stop,
                from.Family == to.Family
                    ? $"A block of {block.Resource} ends at {stop.Shown}, before it starts at {start.Shown}."
                    : $"A block of {block.Resource} starts at {start.Shown} and ends in the other family, at {stop.Shown}."
            );
    }

    private static string WhyNoNetwork(Property cidr, string network) =>
        Prefix.ParseLoosely(network) is not { } loose ? "is no network"
        : cidr.IsSecret ? "has host bits set"
        : $"has host bits set; the network is {loose.Masked}";
}
