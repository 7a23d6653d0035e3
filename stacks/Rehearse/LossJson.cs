using System.Text.Json;
using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Stacks.Rehearse;

/// <summary>What was lost of a scenario's traffic: when, of which addresses, and what was done meanwhile.</summary>
internal static class LossJson
{
    public static void Write(Utf8JsonWriter json, LossRecord loss)
    {
        var traffic = loss.Traffic;
        json.WriteStartObject("loss");
        json.WriteNumber("flows", traffic.Flows.Count);
        json.WriteNumber("affected", traffic.Affected);
        ReportJson.Milliseconds(json, "interval", traffic.Interval);
        ReportJson.Milliseconds(json, "longestGap", traffic.LongestGap);
        ReportJson.Milliseconds(json, "longestGapIPv4", traffic.Of(isIPv6: false).LongestGap);
        ReportJson.Milliseconds(json, "longestGapIPv6", traffic.Of(isIPv6: true).LongestGap);
        json.WriteStartArray("stalls");
        foreach (var stall in traffic.Stalls)
        {
            json.WriteStartObject();
            ReportJson.Milliseconds(json, "at", stall.Start);
            ReportJson.Milliseconds(json, "length", stall.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("actions");
        foreach (var (at, what) in loss.Actions)
        {
            json.WriteStartObject();
            ReportJson.Milliseconds(json, "at", at);
            json.WriteString("what", what);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("addresses");
        foreach (var address in traffic.Flows.Where(flow => flow.Lost > 0).GroupBy(flow => flow.Vip))
        {
            Address(json, address);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Address(Utf8JsonWriter json, IGrouping<string, FlowRecord> flows)
    {
        var longest = flows.SelectMany(flow => flow.Gaps).MaxBy(gap => gap.Length)!;
        json.WriteStartObject();
        json.WriteString("vip", flows.Key);
        json.WriteNumber("affected", flows.Count());
        ReportJson.Milliseconds(json, "longestGap", longest.Length);
        ReportJson.Milliseconds(json, "at", longest.Start);
        json.WriteEndObject();
    }
}
