using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>Reads stanzas of FRR, one line after the other, and follows the blocks that they stand in.</summary>
internal sealed class FrrReader
{
    private readonly RouterEnd _end;
    private readonly FrrInstance _instance;
    private Block _block;
    private IpFamily _family;
    private RouteMapEntry _entry = new();

    private FrrReader(RouterEnd end)
    {
        _end = end;
        _instance = new(end);
        end.ActivatesIPv4 = true;
    }

    private enum Block
    {
        /// <summary>None.</summary>
        Top,
        Instance,
        Unicast,
        RouteMap,

        /// <summary>One within the instance that is not understood.</summary>
        OtherFamily,

        /// <summary>One that is not understood.</summary>
        Other,
    }

    public static void Read(IEnumerable<string> lines, RouterEnd end)
    {
        var reader = new FrrReader(end);
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] is not ('!' or '#')))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!reader.Enters(words) && !FrrLists.Takes(words, end) && !reader.Takes(words))
            {
                end.Aside.Add(line);
            }
        }
    }

    /// <summary>Whether the line begins or ends a block.</summary>
    private bool Enters(string[] words)
    {
        switch (words)
        {
            case ["router", "bgp", var asn] when Words.IsNumber(asn, out var number):
                _end.Asn = number;
                _block = Block.Instance;
                return true;
            case ["router" or "interface" or "vrf" or "line" or "key", ..]:
                _block = Block.Other;
                return false;
            case ["route-map", var name, ("permit" or "deny") and var action, var at]
                when Words.IsNumber(at, out var n):
                _entry = Named.Map(_end, name).At(n);
                _entry.Permits = action is "permit";
                _block = Block.RouteMap;
                return true;
            case ["address-family", ("ipv4" or "ipv6") and var family, "unicast"] when IsWithinInstance:
                _family = family is "ipv4" ? IpFamily.IPv4 : IpFamily.IPv6;
                _block = Block.Unicast;
                return true;
            case ["address-family", ..] when IsWithinInstance:
                _block = Block.OtherFamily;
                return false;
            case ["exit-address-family"]:
                _block = IsWithinInstance ? Block.Instance : _block;
                return true;
            case ["exit"]:
                _block = _block is Block.Unicast or Block.OtherFamily ? Block.Instance : Block.Top;
                return true;
            case ["end"]:
                _block = Block.Top;
                return true;
            default:
                return false;
        }
    }

    private bool IsWithinInstance => _block is Block.Instance or Block.Unicast or Block.OtherFamily;

    private bool Takes(string[] words) =>
        _block switch
        {
            Block.Instance => _instance.Takes(words),
            Block.Unicast => _instance.Takes(words, _family),
            Block.RouteMap => FrrLists.Takes(words, _entry),
            _ => false,
        };
}
