using System.Text.RegularExpressions;

namespace BgpLb.Stacks.Check.Chart;

/// <param name="Setting">Where the value stands in the stack's file, if a person wrote it there.</param>
internal sealed record ChartRefusal(string Setting, string Message);

/// <summary>Reads what helm says of values.</summary>
internal static partial class ChartRefusals
{
    private const string Values = "cilium.values";

    private static readonly string[] AboutValues =
    [
        "values don't meet the specifications of the schema",
        "execution error at (",
        "YAML parse error on ",
        "parse error at (",
        "error calling ",
        "template: ",
        "error converting YAML",
    ];

    /// <summary>Whether helm speaks of the values, and not of a chart that it could not get.</summary>
    public static bool IsIn(string said) => AboutValues.Any(part => said.Contains(part, StringComparison.Ordinal));

    /// <param name="hasSecrets">Whether secrets are among the values: then helm's own words are not quoted.</param>
    public static IEnumerable<ChartRefusal> In(string said, bool hasSecrets)
    {
        ChartRefusal[] byPath =
        [
            .. SchemaLine()
                .Matches(said)
                .Select(match => new ChartRefusal(
                    PathOf(match.Groups["path"].Value),
                    $"{PathOf(match.Groups["path"].Value)}: {match.Groups["what"].Value.Trim()}"
                ))
                .Where(refusal => !refusal.Message.EndsWith(": validation failed", StringComparison.Ordinal)),
        ];
        var all = byPath.Length > 0 ? byPath : [new(Values, Execution().Replace(FirstLine(said), ""))];
        return hasSecrets
            ? all.Select(refusal =>
                refusal with
                {
                    Message = $"{refusal.Setting}; its words may quote a secret, so run helm to read them.",
                }
            )
            : all;
    }

    /// <summary>As <c>/operator/replicas</c> or, in older versions of helm, <c>operator.replicas</c>.</summary>
    private static string PathOf(string path)
    {
        var inner = path.Trim('/').Replace('/', '.');
        return inner.Length is 0 || inner == "(root)" ? Values : $"{Values}.{inner}";
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    /// <summary>Helm 4 and 3.18: <c>- at '/a/b': got string, want boolean</c>; before: <c>- a.b: Invalid type. …</c></summary>
    [GeneratedRegex(
        @"^ *- (at '(?<path>[^']*)'|(?<path>[A-Za-z0-9_.()-]+)): (?<what>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SchemaLine();

    [GeneratedRegex(
        @"^Error: (execution error at \([^)]*\): )?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Execution();
}
