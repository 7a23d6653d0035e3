using System.Collections.Immutable;
using System.Globalization;
using BgpLb.Addressing;

namespace BgpLb.Settings.Reading;

/// <summary>The kinds of scalars that settings are made of.</summary>
internal static class Kinds
{
    public static Kind<string> Text { get; } =
        new(
            new("string", "a text"),
            "",
            text => text.Length > 0 ? Outcome<string>.Of(text) : Outcome<string>.Refused()
        );

    /// <summary>A host's name or address, or a user: one word.</summary>
    public static Kind<string> Host { get; } =
        new(
            new("string", "one word of letters, digits, ., :, _ and -", Pattern: "^[A-Za-z0-9._:-]+$"),
            "",
            text =>
                text.Length > 0
                && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or ':' or '_' or '-')
                    ? Outcome<string>.Of(text)
                    : Outcome<string>.Refused()
        );

    /// <summary>Also what becomes part of names in Kubernetes and on routers.</summary>
    public static Kind<string> Name { get; } =
        new(
            new(
                "string",
                "a name of a–z, 0–9 and -, at most 40 characters, beginning with a letter",
                Pattern: "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$"
            ),
            "",
            text => IsName(text) ? Outcome<string>.Of(text) : Outcome<string>.Refused()
        );

    public static Kind<bool> Boolean { get; } =
        new(
            new("boolean", "true or false"),
            Placeholder: false,
            text =>
                text switch
                {
                    "true" or "True" or "TRUE" => Outcome<bool>.Of(true),
                    "false" or "False" or "FALSE" => Outcome<bool>.Of(false),
                    _ => Outcome<bool>.Refused(),
                }
        );

    /// <summary>Null where nothing is written.</summary>
    public static Kind<bool?> OptionalBoolean { get; } =
        new(
            Boolean.Shape,
            Placeholder: null,
            text =>
                Boolean.Read(text) is { IsValid: true, Value: var flag }
                    ? Outcome<bool?>.Of(flag)
                    : Outcome<bool?>.Refused()
        );

    public static Kind<Address> Address { get; } =
        new(
            new(
                "string",
                "an IPv4 or IPv6 address without prefix length",
                Pattern: "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"
            ),
            Addressing.Address.Zero,
            text =>
                Addressing.Address.Parse(text) is { } address
                    ? Outcome<Address>.Of(address)
                    : Outcome<Address>.Refused()
        );

    /// <summary>A BGP identifier: 32 bits, written like an IPv4 address.</summary>
    public static Kind<Address> RouterId { get; } =
        new(
            new("string", "a BGP identifier in IPv4 notation", Pattern: "^[0-9]{1,3}(\\.[0-9]{1,3}){3}$"),
            Addressing.Address.Zero,
            text =>
                Addressing.Address.Parse(text) is { Family: IpFamily.IPv4 } id && id != Addressing.Address.Zero
                    ? Outcome<Address>.Of(id)
                    : Outcome<Address>.Refused()
        );

    public static Kind<Address?> OptionalRouterId { get; } =
        new(
            RouterId.Shape,
            Placeholder: null,
            text =>
                RouterId.Read(text) is { IsValid: true, Value: var id }
                    ? Outcome<Address?>.Of(id)
                    : Outcome<Address?>.Refused()
        );

    public static Kind<Prefix> Prefix { get; } =
        new(
            new("string", "a network such as 10.10.50.0/24 or fd00:50::/64", Pattern: "^[0-9a-fA-F.:]+/[0-9]{1,3}$"),
            new(Addressing.Address.Zero, 32),
            text =>
                Addressing.Prefix.ParseLoosely(text) switch
                {
                    { HasHostBits: true } loose => Outcome<Prefix>.Refused(
                        $"a network without host bits: {loose.Masked}"
                    ),
                    { } prefix => Outcome<Prefix>.Of(prefix),
                    null => Outcome<Prefix>.Refused(),
                }
        );

    public static Kind<AddressRange> Range { get; } =
        new(
            new(
                "string",
                "FIRST-LAST, a network or one address, such as 10.10.50.10-10.10.50.99",
                Pattern: "^[0-9a-fA-F.:]+(/[0-9]{1,3}| *- *[0-9a-fA-F.:]+)?$"
            ),
            new(Addressing.Address.Zero, Addressing.Address.Zero),
            text =>
                AddressRange.Parse(text) is { } range ? Outcome<AddressRange>.Of(range)
                : Addressing.Prefix.ParseLoosely(text) is { HasHostBits: true } loose
                    ? Outcome<AddressRange>.Refused($"a network without host bits: {loose.Masked}")
                : Outcome<AddressRange>.Refused()
        );

    public static Kind<int> Whole(int least, int most) =>
        new(
            new("integer", $"a whole number from {least} to {most}", Least: least, Most: most),
            least,
            text =>
                !HasLeadingZero(text)
                && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                    ? Outcome<int>.Of(number)
                    : Outcome<int>.Refused()
        );

    /// <summary>An AS number, 4 bytes; 0, 23456, 65535 and 2^32-1 are nobody's.</summary>
    public static Kind<uint> Asn { get; } =
        new(
            new("integer", "an AS number from 1 to 4294967294, neither 23456 nor 65535", Least: 1, Most: 4294967294),
            1,
            text =>
                !HasLeadingZero(text)
                && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is not (0 or 23456 or 65535 or uint.MaxValue)
                    ? Outcome<uint>.Of(number)
                    : Outcome<uint>.Refused()
        );

    /// <summary>A standard community, <c>AS:NUMBER</c>, each part two bytes.</summary>
    public static Kind<string> Community { get; } =
        new(
            new("string", "a community AS:NUMBER, each part from 0 to 65535", Pattern: "^[0-9]{1,5}:[0-9]{1,5}$"),
            "",
            text =>
                text.Split(':') is [var high, var low]
                && ushort.TryParse(high, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && ushort.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    ? Outcome<string>.Of(text)
                    : Outcome<string>.Refused()
        );

    /// <summary>An SSH public key, <c>TYPE BASE64</c>, whose parts agree with each other.</summary>
    public static Kind<string> HostKey { get; } =
        new(
            new(
                "string",
                "TYPE BASE64 as ssh-keyscan prints it after the name, such as \"ssh-ed25519 AAAAC3Nz…\"; "
                    + "without it anyone could pose as the router",
                Pattern: "^(ssh|ecdsa)-[a-z0-9-]+ [A-Za-z0-9+/]+=*$"
            ),
            "",
            text => SshPublicKey.IsValid(text) ? Outcome<string>.Of(text) : Outcome<string>.Refused()
        );

    /// <summary>Seconds, which may have decimals.</summary>
    public static Kind<double> Seconds { get; } =
        new(
            new("number", "seconds from 0 to 3600, such as 10 or 0.5", Least: 0, Most: 3600),
            Placeholder: 0,
            text =>
                decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= 3600
                    ? Outcome<double>.Of((double)seconds)
                    : Outcome<double>.Refused()
        );

    /// <summary>One of an enumeration's members, written with a small first letter.</summary>
    public static Kind<T> Choice<T>()
        where T : struct, Enum
    {
        // Not Enum.GetValues<T>: it would be compiled for every enumeration at every start.
        ImmutableArray<string> choices = [.. Enum.GetNames(typeof(T)).Select(SmallFirst)];
        return new(
            new("string", $"one of {string.Join(", ", choices)}", Choices: choices),
            default,
            text =>
                choices.Contains(text, StringComparer.Ordinal)
                    ? Outcome<T>.Of((T)Enum.Parse(typeof(T), text, ignoreCase: true))
                    : Outcome<T>.Refused()
        );
    }

    public static string Written(Enum value) => SmallFirst(value.ToString());

    private static string SmallFirst(string name) => string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));

    /// <summary>YAML takes 010 for 8.</summary>
    private static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0';

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 40
        && text[0] is >= 'a' and <= 'z'
        && text[^1] != '-'
        && text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
