using System.Text;
using System.Xml;
using BgpLb.Policies.Rules;

namespace BgpLb.Stacks.Check.Reports;

/// <summary>A test suite for each stack, a test case for each rule.</summary>
internal static class JUnitReport
{
    public static string Of(CheckReport report)
    {
        var text = new StringWriter { NewLine = "\n" };
        // Characters that XML cannot hold are replaced: a message quotes what somebody wrote.
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            CheckCharacters = true,
        };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("testsuites");
            foreach (var stack in report.Stacks)
            {
                Write(xml, report, stack);
            }

            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void Write(XmlWriter xml, CheckReport report, CheckedStack stack)
    {
        // Where the settings are wrong, no rule was asked.
        string[] rules =
        [
            CheckedStack.SettingsRule,
            .. stack.Findings.Any(found => found.Finding.Rule == CheckedStack.ChartRule)
                ? [CheckedStack.ChartRule]
                : Array.Empty<string>(),
            .. stack.IsAsked ? AllRules.All.Select(rule => rule.Name) : [],
        ];
        var cases = rules.Select(rule => Case.Of(report, stack, rule)).ToArray();
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", stack.Name);
        Number(xml, "tests", cases.Length);
        Number(xml, "failures", cases.Count(one => one.Failures.Length > 0));
        Number(xml, "errors", 0);
        Number(xml, "skipped", cases.Count(one => one is { Failures.Length: 0, Skipped: not null }));
        foreach (var one in cases)
        {
            one.Write(xml, stack.Name);
        }

        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int number)
    {
        xml.WriteStartAttribute(name);
        xml.WriteValue(number);
        xml.WriteEndAttribute();
    }

    /// <param name="Failures">What stops an update.</param>
    /// <param name="Others">What does not.</param>
    /// <param name="Skipped">Why it was not judged in full; null where it was.</param>
    private sealed record Case(
        string Rule,
        PlacedFinding[] Failures,
        PlacedFinding[] Others,
        string? Skipped,
        string File
    )
    {
        public static Case Of(CheckReport report, CheckedStack stack, string rule)
        {
            var found = stack
                .Findings.Where(found => found.Finding.Rule == rule)
                .ToLookup(found => found.Finding.IsMandatory);
            var reasons = stack
                .Undecided.Where(undecided => undecided.Rule == rule)
                .Select(undecided => undecided.Reason);
            return new(
                rule,
                [.. found[true]],
                [.. found[false]],
                stack.Disabled.Contains(rule) ? "disabled by the stack's settings"
                    : string.Join("; ", reasons.Distinct(StringComparer.Ordinal)) is { Length: > 0 } why ? why
                    : null,
                report.FileOf(stack)
            );
        }

        public void Write(XmlWriter xml, string stack)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", $"bgplb.{stack}");
            xml.WriteAttributeString("name", Rule);
            if (Failures.Length > 0)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString(
                    "message",
                    Clean(string.Join(" ", Failures.Select(found => found.Finding.Message)))
                );
                xml.WriteString(Text(Failures));
                xml.WriteEndElement();
            }
            else if (Skipped is not null)
            {
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", Clean(Skipped));
                xml.WriteEndElement();
            }

            if (Others.Length > 0)
            {
                xml.WriteElementString("system-out", Text(Others));
            }

            xml.WriteEndElement();
        }

        private string Text(IEnumerable<PlacedFinding> findings)
        {
            var text = new StringBuilder("\n");
            foreach (var found in findings)
            {
                TextReport.Write(text, File, found, width: null);
            }

            return Clean(text.ToString());
        }

        private static string Clean(string text) =>
            string.Concat(
                text.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '\ufffd')
            );
    }
}
