using System.Text.Json;
using BgpLb.Stacks.Check.Reports;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Against;

/// <summary>
/// What a change introduces, for programs: <c>{revision, stacks: [{stack, note, impact, new, remaining, fixed, resources,
/// addresses}], passed}</c>.
/// </summary>
internal static class AgainstJson
{
    public static string Of(AgainstReport report) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("revision", report.Revision);
            json.Array("stacks", report.Stacks, change => Write(json, report, change));
            json.WriteBoolean("passed", report.Now.Passed);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, AgainstReport report, StackChange change)
    {
        var file = change.After is { } now ? report.Now.FileOf(now) : "";
        json.WriteStartObject();
        json.WriteString("stack", change.Name);
        json.WriteString("note", change.Note);
        json.Array("impact", change.Impact, json.WriteStringValue);
        json.Array("new", change.New, found => JsonReport.Write(json, file, found));
        json.Array("remaining", change.Remaining, found => JsonReport.Write(json, file, found));
        json.Array("fixed", change.Fixed, found => JsonReport.Write(json, file, found));
        json.Array("resources", change.Resources, resource => Write(json, resource));
        json.Array("addresses", change.Addresses, addresses => Write(json, addresses));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ResourceChange change)
    {
        json.WriteStartObject();
        json.WriteString("change", change.Kind.ToString().ToLowerInvariant());
        json.WriteString("urn", change.Urn);
        json.Array("properties", change.Properties, json.WriteStringValue);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AddressChange change)
    {
        json.WriteStartObject();
        json.WriteString("of", change.Of);
        json.Array("added", change.Added, json.WriteStringValue);
        json.Array("removed", change.Removed, json.WriteStringValue);
        if (change is { Before: { } before, After: { } after })
        {
            json.WriteNumber("before", before);
            json.WriteNumber("after", after);
        }

        json.WriteEndObject();
    }
}
