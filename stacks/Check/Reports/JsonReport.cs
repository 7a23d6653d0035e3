using System.Text.Json;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Reports;

/// <summary>For programs: <c>{stacks: [{stack, file, findings, undecided}], passed}</c>.</summary>
internal static class JsonReport
{
    public static string Of(CheckReport report) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Array("stacks", report.Stacks, stack => Write(json, report, stack));
            json.WriteBoolean("passed", report.Passed);
            json.WriteEndObject();
        });

    public static void Write(Utf8JsonWriter json, string file, PlacedFinding found)
    {
        var finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("level", found.Level.ToString().ToLowerInvariant());
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteBoolean("mandatory", finding.IsMandatory);
        json.WriteString("file", file);
        json.WriteNumber("line", found.Line);
        json.WriteString("path", finding.Path);
        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckReport report, CheckedStack stack)
    {
        json.WriteStartObject();
        json.WriteString("stack", stack.Name);
        json.WriteString("file", report.FileOf(stack));
        json.Array("findings", stack.Findings, found => Write(json, report.FileOf(stack), found));
        json.Array(
            "undecided",
            stack.Undecided,
            undecided =>
            {
                json.WriteStartObject();
                json.WriteString("rule", undecided.Rule);
                json.WriteString("urn", undecided.Urn);
                json.WriteString("reason", undecided.Reason);
                json.WriteEndObject();
            }
        );
        json.WriteEndObject();
    }
}
