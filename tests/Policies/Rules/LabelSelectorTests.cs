using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules;

public sealed class LabelSelectorTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("a=1", true)]
    [InlineData("a=2", false)]
    [InlineData("b=1", false)]
    [InlineData("a=1 c=3", true)]
    [InlineData("a=1 c=4", false)]
    [InlineData("a In 1,2", true)]
    [InlineData("a In 2,3", false)]
    [InlineData("b In 1", false)]
    [InlineData("a NotIn 1,2", false)]
    [InlineData("a NotIn 2", true)]
    [InlineData("b NotIn 1", true)]
    [InlineData("a Exists", true)]
    [InlineData("b Exists", false)]
    [InlineData("a DoesNotExist", false)]
    [InlineData("b DoesNotExist", true)]
    // Kubernetes refuses it: as if it were not there.
    [InlineData("a Likes 1", true)]
    public void A_selector_takes_what_meets_all_of_its_requirements(string selector, bool takes) =>
        Assert.Equal(takes, Read(selector).Takes(Of(Fields.Of(("a", "1"), ("c", "3")))));

    [Theory]
    [InlineData("", "", false)]
    [InlineData("a=1", "", false)]
    [InlineData("a=1", "a=1", false)]
    [InlineData("a=1", "a=2", true)]
    [InlineData("a=1", "b=2", false)]
    [InlineData("c=3 a=1", "b=2 a=2", true)]
    [InlineData("a In 1,2", "a In 2,3", false)]
    [InlineData("a In 1,2", "a In 3,4", true)]
    [InlineData("a In 1,2", "a NotIn 1", false)]
    [InlineData("a In 1,2", "a NotIn 1,2,3", true)]
    [InlineData("a NotIn 1", "a NotIn 2", false)]
    [InlineData("a Exists", "a DoesNotExist", true)]
    [InlineData("a Exists", "b DoesNotExist", false)]
    [InlineData("a Exists", "a In 1", false)]
    [InlineData("a Exists", "a NotIn 1", false)]
    [InlineData("a In 1", "a DoesNotExist", true)]
    [InlineData("a NotIn 1", "a DoesNotExist", false)]
    public void Two_selectors_exclude_each_other_only_where_that_is_certain(string one, string other, bool excludes)
    {
        Assert.Equal(excludes, Read(one).Excludes(Read(other)));
        Assert.Equal(excludes, Read(other).Excludes(Read(one)));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("a=1", "", true)]
    [InlineData("", "a=1", false)]
    [InlineData("a=1", "a=1", true)]
    [InlineData("a=1", "b=1", false)]
    [InlineData("a=1", "a In 1,2", true)]
    [InlineData("a In 1,2", "a=1", false)]
    [InlineData("a=1", "a NotIn 2", true)]
    [InlineData("a=1", "a NotIn 1", false)]
    [InlineData("a=1", "a Exists", true)]
    [InlineData("a=1", "a DoesNotExist", false)]
    [InlineData("a NotIn 1", "a=1", false)]
    [InlineData("a NotIn 1,2", "a NotIn 1", true)]
    [InlineData("a NotIn 1", "a NotIn 1,2", false)]
    [InlineData("a NotIn 1", "a Exists", false)]
    [InlineData("a Exists", "a Exists", true)]
    [InlineData("a Exists", "a NotIn 1", false)]
    [InlineData("a Exists", "a=1", false)]
    [InlineData("a DoesNotExist", "a NotIn 1", true)]
    [InlineData("a DoesNotExist", "a DoesNotExist", true)]
    [InlineData("a DoesNotExist", "a Exists", false)]
    [InlineData("c=3 a=1", "a=1", true)]
    [InlineData("a=1", "c=3 a=1", false)]
    public void One_selector_is_within_another_only_where_that_is_certain(string one, string other, bool within) =>
        Assert.Equal(within, Read(one).IsWithin(Read(other)));

    [Fact]
    public void The_label_that_must_be_there_is_the_first_by_name()
    {
        Assert.Equal("a", Read("c=3 a=1").Required!.Key);
        Assert.Equal(["1"], Read("c=3 a=1").Required!.Values);
        Assert.Null(Read("").Required);
        Assert.Null(Read("a NotIn 1").Required);
        Assert.Null(Read("a Exists").Required);
        Assert.Null(Read("a DoesNotExist").Required);
    }

    [Fact]
    public void A_missing_selector_reads_like_an_empty_one() => Assert.True(LabelSelector.Of(Of(null)).Takes(Of(null)));

    /// <summary>Words <c>a=1</c> are labels; <c>a In 1,2</c> is an expression.</summary>
    private static LabelSelector Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return LabelSelector.Of(
            Of(
                text.Contains('=')
                    ? Fields.Of(
                        (
                            "matchLabels",
                            Fields.Of(words.Select(word => new Field(word.Split('=')[0], word.Split('=')[1])))
                        )
                    )
                : words.Length == 0 ? Fields.Empty
                : Fields.Of(
                    (
                        "matchExpressions",
                        Items.Of(
                            Fields.Of(
                                ("key", words[0]),
                                ("operator", words[1]),
                                (
                                    "values",
                                    words.Length > 2
                                        ? Items.Of(words[2].Split(',').Select(value => (Value)value))
                                        : null
                                )
                            )
                        )
                    )
                )
            )
        );
    }

    private static Property Of(Value? value) => new(Shipped.Dev.Resources[0], "selector", value, IsSecret: false);
}
