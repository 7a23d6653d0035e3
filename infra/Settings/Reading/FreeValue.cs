using System.Globalization;
using BgpLb.Graph;

namespace BgpLb.Settings.Reading;

/// <summary>Turns a part of the settings that has no shape of ours into a value of the graph.</summary>
internal static class FreeValue
{
    public static Value Of(Node node, string at, Problems problems)
    {
        problems.Locate(at, node.Line);
        switch (node)
        {
            case MapNode map:
                return new Fields([
                    .. map.Entries.Select(entry => new Field(
                        entry.Key,
                        Of(entry.Value, $"{at}.{entry.Key}", problems)
                    )),
                ]);
            case ListNode list:
                return Items.Of(list.Elements.Select((item, index) => Of(item, $"{at}[{index}]", problems)));
            case ScalarNode scalar:
                return Scalar(scalar);
            default:
                problems.Add(at, node.Describe(), "a plain value");
                return new Nothing();
        }
    }

    /// <summary>As YAML's core schema reads plain scalars.</summary>
    private static Value Scalar(ScalarNode scalar) =>
        scalar switch
        {
            { IsText: true } => scalar.Content,
            { Content: "" or "~" or "null" } => new Nothing(),
            { Content: "true" } => true,
            { Content: "false" } => false,
            _ when double.TryParse(scalar.Content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number) => new Number(number),
            _ => scalar.Content,
        };
}
