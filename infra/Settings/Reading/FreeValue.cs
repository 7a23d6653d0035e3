using System.Globalization;
using BgpLb.Graph;

namespace BgpLb.Settings.Reading;

/// <summary>Turns a part of the settings that has no shape of ours into a value of the graph.</summary>
internal static class FreeValue
{
    public static Value Of(Node node, string at, Problems problems)
    {
        switch (node)
        {
            case MapNode map:
                return new Fields([
                    .. map.Entries.Select(entry => new Field(
                        entry.Key,
                        Of(entry.Value, Located($"{at}.{entry.Key}", entry.Line, problems), problems)
                    )),
                ]);
            case ListNode list:
                return Items.Of(
                    list.Elements.Select(
                        (item, index) => Of(item, Located($"{at}[{index}]", item.Line, problems), problems)
                    )
                );
            case ScalarNode { IsText: false, Content: var odd } when PlainScalar.IsOdd(odd):
                problems.Add(at, odd, $"\"{odd}\" in quotes, or a decimal number");
                return new Nothing();
            case ScalarNode scalar:
                return Scalar(scalar);
            default:
                problems.Add(at, node.Describe(), "a plain value");
                return new Nothing();
        }
    }

    private static string Located(string at, int line, Problems problems)
    {
        problems.Locate(at, line);
        return at;
    }

    /// <summary>As YAML's core schema reads plain scalars.</summary>
    private static Value Scalar(ScalarNode scalar) =>
        scalar switch
        {
            { IsText: true } => scalar.Content,
            { IsNull: true } => new Nothing(),
            { Content: "true" or "True" or "TRUE" } => true,
            { Content: "false" or "False" or "FALSE" } => false,
            _ when double.TryParse(scalar.Content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number) => new Number(number),
            _ => scalar.Content,
        };
}
