using BgpLb.Design;
using BgpLb.Settings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BgpLb.Tests.Settings;

/// <summary>Whatever was written, reading it ends in settings or in problems, never in an exception.</summary>
public sealed class TotalityTests
{
    private static readonly string[] Scraps =
    [
        " ",
        "\n",
        "\t",
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "*a",
        "&a ",
        "<<: ",
        "# ",
        "|",
        ">",
        "!x ",
        "%",
        "---\n",
        "...\n",
        "~",
        "null",
        "true",
        "-1",
        "0",
        "010",
        "1e9",
        "99999999999999999999",
        "1.10",
        "2026-01-31",
        "{secure: x}",
        "\\ud800",
        "\ud800",
        "\0",
        "ä",
        "::",
        "/0",
        "/129",
        "0.0.0.0",
        "::/0",
        "10.10.50.0/24",
        "10.10.50.1-10.10.50.255",
        "fd00::/8",
        "255.255.255.255",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "!!",
        "1.19.2",
    ];

    [Property(MaxTest = 300, Arbitrary = [typeof(TotalityTests)])]
    public void A_stack_file_of_any_content_is_read_to_an_end(Edit[] edits, bool isDev)
    {
        var shipped = isDev ? StackText.Dev : StackText.Prod;
        var text = edits.Aggregate(shipped.Yaml, (yaml, edit) => edit.Of(yaml));

        using var folder = new StackFolder(shipped with { Yaml = text });
        AssertEnds(SettingsReading.FromFiles(folder.Path, shipped.Stack));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(TotalityTests)])]
    public void A_configuration_of_any_content_is_read_to_an_end(Edit[] edits, bool isSecret, int which)
    {
        var form = EngineForm.Of(StackText.Prod);
        var (key, value) = form.Config.ElementAt(Math.Abs(which % form.Config.Count));
        var text = edits.Aggregate(value, (json, edit) => edit.Of(json));

        AssertEnds(EngineForm.Read(form.With(key["bgplb:".Length..], text), isSecret ? [key] : []));
    }

    [Property(MaxTest = 200)]
    public void Any_text_at_all_is_read_to_an_end(string? text)
    {
        using var folder = new StackFolder(StackText.Dev with { Yaml = text ?? "" });
        AssertEnds(SettingsReading.FromFiles(folder.Path, "dev"));
    }

    public static Arbitrary<Edit> Edits() =>
        (
            from place in Gen.Choose(0, 9_999)
            from length in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 5)), (1, Gen.Choose(5, 60)))
            from scrap in Gen.Elements(Scraps)
            from keeps in Gen.Choose(0, 3)
            select new Edit(place, length, keeps == 0 ? "" : scrap)
        ).ToArbitrary();

    private static void AssertEnds(SettingsReading reading)
    {
        Assert.Equal(reading.Settings is null, !reading.Problems.IsEmpty);
        var design = Designer.Design(reading);
        Assert.Equal(design.Design is null, !design.Problems.IsEmpty);
        Assert.All(design.Problems, problem => Assert.NotEmpty(problem.Path));
    }
}

/// <summary>Replaces some letters, at a place in ten thousandths of the text, by others.</summary>
public sealed record Edit(int Place, int Length, string Text)
{
    public string Of(string text)
    {
        var from = (int)((long)text.Length * Place / 10_000);
        return string.Concat(text.AsSpan(0, from), Text, text.AsSpan(Math.Min(text.Length, from + Length)));
    }
}
