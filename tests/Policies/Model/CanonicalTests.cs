using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Tests.Policies.Model;

public sealed class CanonicalTests
{
    [Fact]
    public void The_order_of_fields_does_not_count_and_that_of_elements_does()
    {
        Assert.Equal("""{"a":"1""b":["x","y",]}""", Of(Fields.Of(("b", Items.Of("x", "y")), ("a", "1"))));
        Assert.Equal("""{"a":"1""b":["y","x",]}""", Of(Fields.Of(("a", "1"), ("b", Items.Of("y", "x")))));
    }

    /// <summary>What is not the same does not read the same.</summary>
    [Fact]
    public void Different_values_are_different()
    {
        Value[] values =
        [
            new Nothing(),
            true,
            false,
            1,
            2,
            "a",
            "b",
            Fields.Empty,
            Items.Of(),
            Items.Of("a"),
            Items.Of("a", "b"),
            Items.Of(Items.Of("a"), "b"),
            Items.Of(Items.Of("a", "b")),
            Fields.Of(("a", "b")),
            Fields.Of(("b", "a")),
            Fields.Of(("a", Fields.Of(("b", "c")))),
            Fields.Of(("a", Fields.Empty), ("b", "c")),
        ];

        Assert.Equal(values.Length, values.Select(Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_secret_reads_as_its_content() => Assert.Equal(Of("a"), Of(((Value)"a").AsSecret()));

    [Fact]
    public void What_is_not_known_is_not_compared() =>
        Assert.Throws<NotKnownYetException>(() => Of(Fields.Of(("a", new Unknown()))));

    private static string Of(Value value) =>
        Canonical.Of(
            new(
                new("urn", "test:index:Thing", "thing", Fields.Empty, Parent: null, [], IsProtected: false),
                "",
                value,
                IsSecret: false
            )
        );
}
