using System.Globalization;
using System.Text;
using BgpLb.Graph;

namespace BgpLb.Policies.Model;

/// <summary>
/// Equal for equal values, whatever the order of their fields. For comparison only: it may hold a secret's content.
/// </summary>
internal static class Canonical
{
    /// <exception cref="NotKnownYetException">Some of it is not known.</exception>
    public static string Of(Property property)
    {
        var text = new StringBuilder();
        Write(text, property);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Property property)
    {
        var value = property.Value is Secret secret ? secret.Inner : property.Value;
        switch (value)
        {
            case Fields:
                text.Append('{');
                foreach (var (name, field) in property.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
                {
                    text.Append('"').Append(name).Append("\":");
                    Write(text, field);
                }

                text.Append('}');
                break;
            case Items:
                text.Append('[');
                foreach (var element in property.Elements)
                {
                    Write(text, element);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                // Asking for the content throws where nobody knows it.
                var number = property.Number?.ToString(CultureInfo.InvariantCulture);
                text.Append('"').Append(property.Text ?? property.Flag?.ToString() ?? number).Append('"');
                break;
        }
    }
}
