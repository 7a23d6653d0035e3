using System.Collections.Immutable;
using System.Globalization;
using BgpLb.Policies.Impact;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check.Against;

/// <summary>What a change does to traffic, in sentences.</summary>
internal static class ImpactWords
{
    /// <returns>None where nobody notices; one that says why where it cannot be known.</returns>
    public static ImmutableArray<string> Of(StackView before, StackView after)
    {
        try
        {
            return [.. ChangeImpact.Of(before, after).Lines.Select(Of)];
        }
        catch (NotKnownYetException unknown)
        {
            return [$"What the change does to traffic is not known: {unknown.Message}."];
        }
    }

    private static string Of(ImpactLine line)
    {
        string[] effects =
        [
            .. line is { Nodes: > 0, Seconds: not 0 } ? [Sessions(line)] : Array.Empty<string>(),
            .. line.Addresses > 0
                ? [$"{Count(line.Addresses, "address", "addresses")} may move or vanish"]
                : Array.Empty<string>(),
        ];
        var effect = effects.Length == 0 ? "no session resets" : string.Join(", ", effects);
        var gentler = line.Gentler is { } way ? $" {way}" : "";
        return $"{line.What}: {effect}.{gentler}";
    }

    private static string Sessions(ImpactLine line) =>
        line.Seconds is { } seconds
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(line.Nodes, "node is", "nodes are")} without routes for about {seconds} s"
            )
            : $"{Count(line.Nodes, "node ends", "nodes end")} their sessions for good";

    private static string Count(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
