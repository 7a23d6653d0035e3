using System.Text.Json;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>Scenarios of a run that failed for nothing but a gap in their traffic.</summary>
internal static class Lossy
{
    /// <param name="report">What <c>rehearse --json</c> wrote.</param>
    /// <returns>Their names; none where any scenario has failed for something else.</returns>
    public static string[] In(string report)
    {
        if (!report.StartsWith('{'))
        {
            return [];
        }

        using var json = JsonDocument.Parse(report);
        var failed = json
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .Where(scenario => $"{scenario.GetProperty("outcome")}" == "failed")
            .ToArray();
        return failed.All(IsLossy) ? [.. failed.Select(scenario => $"{scenario.GetProperty("name")}")] : [];
    }

    private static bool IsLossy(JsonElement scenario) =>
        scenario.TryGetProperty("loss", out _)
        && scenario
            .GetProperty("checks")
            .EnumerateArray()
            .Where(check => !check.GetProperty("passed").GetBoolean())
            .All(check => $"{check.GetProperty("what")}" == "traffic");
}
