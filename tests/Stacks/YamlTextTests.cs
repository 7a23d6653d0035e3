using BgpLb.Graph;
using BgpLb.Stacks.Yaml;
using FsCheck.Xunit;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BgpLb.Tests.Stacks;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("Yes")]
    [InlineData("no")]
    [InlineData("y")]
    [InlineData("Off")]
    [InlineData("true")]
    [InlineData("NULL")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("1.20")]
    [InlineData("1.20.2")]
    [InlineData("64512:100")]
    [InlineData("0x10")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("-1")]
    [InlineData(".5")]
    [InlineData(".inf")]
    [InlineData("=")]
    [InlineData("<<")]
    [InlineData("2026-11-22")]
    [InlineData("10.10.50.1")]
    [InlineData("fd00::1")]
    [InlineData("::1")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("a ")]
    [InlineData(" a")]
    [InlineData("- a")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!a")]
    [InlineData("%a")]
    [InlineData("@a")]
    [InlineData("{}")]
    [InlineData("two\nlines")]
    public void A_text_that_some_reader_takes_for_something_else_is_quoted(string text) =>
        Assert.Equal(ScalarStyle.DoubleQuoted, ReadBack(new Text(text)).Style);

    [Theory]
    [InlineData("cilium.io/v2")]
    [InlineData("io.kubernetes.service.namespace")]
    [InlineData("/sys/fs/cgroup")]
    [InlineData("kube-system")]
    [InlineData("NET_ADMIN")]
    public void An_ordinary_word_needs_no_quotes(string text) => Assert.Equal($"{text}\n", YamlText.Of(new Text(text)));

    [Theory]
    [InlineData(64512, "64512")]
    [InlineData(4294967294d, "4294967294")]
    [InlineData(0.5, "0.5")]
    [InlineData(-3, "-3")]
    public void A_number_is_written_as_people_write_it(double number, string written) =>
        Assert.Equal($"{written}\n", YamlText.Of(new Number(number)));

    [Fact]
    public void Fields_keep_their_order_and_empty_values_are_spelled_out() =>
        Assert.Equal(
            """
            zone: a
            nodeSelector: {}
            list: []
            nested:
              - "on": true
                gone: null

            """,
            YamlText.Of(
                Fields.Of(
                    ("zone", "a"),
                    ("nodeSelector", Fields.Empty),
                    ("list", Items.Of()),
                    ("nested", Items.Of(Fields.Of(("on", true), ("gone", new Nothing()))))
                )
            )
        );

    [Fact]
    public void A_secret_is_never_written() =>
        Assert.Throws<ArgumentException>(() => YamlText.Of(Fields.Of(("a", new Text("b").AsSecret()))));

    [Property(MaxTest = 500)]
    public void Any_text_comes_back_as_it_was(string? text)
    {
        // YAML has no way to write half a surrogate pair.
        var whole = string.Concat((text ?? "").Where(letter => !char.IsSurrogate(letter)));
        Assert.Equal(whole, ReadBack(new Text(whole)).Value);
    }

    private static Scalar ReadBack(Value value)
    {
        using var reader = new StringReader(YamlText.Of(value));
        var parser = new Parser(reader);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return parser.Consume<Scalar>();
    }
}
