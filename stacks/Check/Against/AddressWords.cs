namespace BgpLb.Stacks.Check.Against;

/// <summary>A change of addresses in words.</summary>
internal static class AddressWords
{
    /// <summary><c>pool bgp-ingress: + 10.0.0.1-10.0.0.9, − 10.0.1.0/24; 21 → 30 addresses</c>.</summary>
    public static string Of(AddressChange change) =>
        $"{(change.Before is null ? change.Of : $"pool {change.Of}")}: "
        + string.Join(
            ", ",
            change.Added.Select(range => $"+ {range}").Concat(change.Removed.Select(range => $"− {range}"))
        )
        + (change.Before is null ? "" : $"; {Capacity(change)} addresses");

    /// <summary>How many there were and are.</summary>
    public static string Capacity(AddressChange change) =>
        change.Before is { } before && change.After is { } after ? $"{Count(before)} → {Count(after)}" : "";

    private static string Count(long count) =>
        count == long.MaxValue ? "2^63 or more" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
