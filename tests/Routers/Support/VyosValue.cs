using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BgpLb.Tests.Routers.Support;

/// <summary>The constraints of a command tree, as far as this project's lines meet them; unknown ones are an error.</summary>
internal static class VyosValue
{
    public static bool IsAllowed(JsonElement node, string value) =>
        !node.TryGetProperty("c", out var alternatives)
        || alternatives.EnumerateArray().Any(alternative => Meets(alternative, value));

    private static bool Meets(JsonElement constraint, string value)
    {
        if (constraint.TryGetProperty("re", out var expression))
        {
            return Regex.IsMatch(
                value,
                $"^(?:{expression.GetString()})$",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            );
        }

        if (constraint.TryGetProperty("all", out var all))
        {
            return all.EnumerateArray().All(one => Meets(one, value));
        }

        var arguments = constraint.TryGetProperty("a", out var text) ? text.GetString()! : "";
        return constraint.GetProperty("v").GetString() switch
        {
            "numeric" => IsNumber(arguments, value),
            "ip-protocol" => value is "tcp" or "udp" or "tcp_udp" or "all" || IsNumber("--range 0-255", value),
            // It also takes ranges, services by name and lists of all these.
            "port-multi" => IsNumber("--range 1-65535", value),
            "ip-address" => IPAddress.TryParse(value, out _),
            // Interfaces of the machine: the other alternatives know the usual names.
            "file-path --lookup-path /sys/class/net --directory" => false,
            "ipv4-address" => IsAddress(value, dots: true),
            "ipv6-address" => IsAddress(value, dots: false),
            "ipv4-prefix" => IsPrefix(value, dots: true),
            "ipv6-prefix" => IsPrefix(value, dots: false),
            var other => throw new NotSupportedException($"validator {other}"),
        };
    }

    private static bool IsNumber(string arguments, string value)
    {
        const string Range = "--range ";
        return arguments.StartsWith(Range, StringComparison.Ordinal)
            && arguments[Range.Length..].Split('-') is [var least, var most]
            && ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && ulong.Parse(least, CultureInfo.InvariantCulture) <= number
            && number <= ulong.Parse(most, CultureInfo.InvariantCulture);
    }

    private static bool IsAddress(string value, bool dots) =>
        value.Contains('.') == dots && IPAddress.TryParse(value, out _);

    /// <summary>Host bits are refused, as VyOS does.</summary>
    private static bool IsPrefix(string value, bool dots) =>
        value.Split('/') is [var address, _]
        && IsAddress(address, dots)
        && IPNetwork.TryParse(value, out var network)
        && network.BaseAddress.Equals(IPAddress.Parse(address));
}
