using System.Collections.Immutable;
using System.Text;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Reference;

/// <summary>Writes the reference of all settings as Markdown.</summary>
internal static class SettingsPage
{
    public static string Of(string project, ImmutableArray<FieldShape> shapes)
    {
        var page = new StringBuilder(
            $"""
            <!-- Made from infra/Settings; UPDATE_GOLDENS=1 ./test writes it anew. -->
            # Settings
            One file per stack, `Pulumi.STACK.yaml`. Every key stands under `config:` and begins with `{project}:`.
            With `# yaml-language-server: $schema=./stack.schema.json` as its first line an editor completes and checks it.

            {Summary(project, shapes)}
            Numbers may be written as texts: `pulumi config set` does so. A text that looks like a number or a date
            (`1.10`, `2026-01-31`) wants quotes.

            ## Secrets
            Pulumi encrypts them: `pulumi config set --secret {project}:NAME`. Each stands under a key of its own, because
            one secret within an object makes Pulumi treat all of the object as secret. All of them are optional, which is
            why `Pulumi.yaml` does not declare them: Pulumi demands what is declared there without a default.

            | Key | Takes | Meaning |
            |---|---|---|

            """
        );
        foreach (var secret in shapes.Where(shape => shape.IsSecret))
        {
            var takes = secret.Value.Json == "object" ? "secrets by name" : "a secret";
            page.Append($"| `{project}:{secret.Name}` | {takes} | {secret.Documentation} |\n");
        }

        foreach (var shape in shapes.Where(shape => !shape.IsSecret))
        {
            WriteSections(page, shape.Name, shape.Value);
        }

        return page.ToString();
    }

    /// <summary>The top-level keys in one table, for the README too.</summary>
    public static string Summary(string project, ImmutableArray<FieldShape> shapes)
    {
        var table = new StringBuilder("| Key | Takes | Meaning |\n|---|---|---|\n");
        foreach (var shape in shapes)
        {
            var needed = shape.IsRequired ? ", required" : "";
            table.Append($"| `{project}:{shape.Name}` | {Takes(shape)}{needed} | {Escaped(shape.Documentation)} |\n");
        }

        return table.ToString();
    }

    private static string Takes(FieldShape shape) =>
        shape switch
        {
            { IsSecret: true, Value.Json: "object" } => "secrets by name",
            { IsSecret: true } => "a secret",
            { Value: { Json: "array", Element.Json: "object" } } => "a list of objects",
            { Value: { Json: "array", Element.Allowed: var element } } => $"a list: {element}",
            _ => shape.Value.Allowed,
        };

    private static void WriteSections(StringBuilder page, string path, ValueShape shape)
    {
        var (value, at) = shape.Json == "array" ? (shape.Element!, $"{path}[]") : (shape, path);
        if (value.Fields.IsDefaultOrEmpty)
        {
            return;
        }

        page.Append($"\n## {at}\n| Key | Takes | Default | Meaning |\n|---|---|---|---|\n");
        foreach (var field in value.Fields)
        {
            var standard =
                field.IsRequired ? "required"
                : field.Default is { } written ? $"`{written}`"
                : "–";
            page.Append(
                $"| `{field.Name}` | {Escaped(TakesWithLink(field, at))} | {standard} | {Escaped(field.Documentation)} |\n"
            );
        }

        foreach (var field in value.Fields)
        {
            WriteSections(page, $"{at}.{field.Name}", field.Value);
        }
    }

    private static string TakesWithLink(FieldShape field, string at)
    {
        var isList = field.Value.Json == "array";
        var hasSection = !(isList ? field.Value.Element! : field.Value).Fields.IsDefaultOrEmpty;
        return hasSection ? $"[{Takes(field)}](#{Anchor($"{at}.{field.Name}")})" : Takes(field);
    }

    /// <summary>As GitHub makes it from a heading.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter)));

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
