using System.Text;
using System.Text.Json;
using BgpLb.Rehearsal.Reports;

namespace BgpLb.Stacks.Rehearse;

/// <summary>The findings of a rehearsal for programs. Times are in milliseconds.</summary>
internal static class ReportJson
{
    public static string Of(RehearsalReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("project", report.Project);
            json.WriteString("stack", report.Stack);
            json.WriteBoolean("passed", report.Passed);
            json.WriteString("began", report.Began);
            Milliseconds(json, "elapsed", report.Elapsed);
            json.WriteString("speakers", report.Speakers);
            Texts(json, "standIns", report.StandIns);
            json.WriteStartObject("versions");
            foreach (var (program, version) in report.Versions)
            {
                json.WriteString(program, version);
            }

            json.WriteEndObject();
            json.WriteStartArray("scenarios");
            foreach (var scenario in report.Scenarios)
            {
                Write(json, scenario);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(stream.ToArray())}\n";
    }

    private static void Write(Utf8JsonWriter json, ScenarioResult scenario)
    {
        json.WriteStartObject();
        json.WriteString("name", scenario.Name);
        json.WriteString("title", scenario.Title);
        json.WriteString("group", scenario.Group);
        json.WriteString(
            "outcome",
            scenario.Outcome switch
            {
                Outcomes.Passed => "passed",
                Outcomes.Failed => "failed",
                _ => "leftOut",
            }
        );
        if (scenario.Reason.Length > 0)
        {
            json.WriteString("reason", scenario.Reason);
        }

        Milliseconds(json, "elapsed", scenario.Elapsed);
        json.WriteStartArray("checks");
        foreach (var check in scenario.Checks)
        {
            json.WriteStartObject();
            json.WriteString("what", check.What);
            json.WriteString("wanted", check.Wanted);
            json.WriteString("found", check.Found);
            json.WriteBoolean("passed", check.Passed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (scenario.Loss is { } loss)
        {
            LossJson.Write(json, loss);
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void Milliseconds(Utf8JsonWriter json, string name, TimeSpan time) =>
        json.WriteNumber(name, (long)Math.Round(time.TotalMilliseconds));
}
