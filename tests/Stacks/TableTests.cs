using BgpLb.Stacks.Pages;

namespace BgpLb.Tests.Stacks;

public sealed class TableTests
{
    [Fact]
    public void Columns_line_up_numbers_to_the_right_and_lines_end_where_their_text_does()
    {
        var table = new Table("POOL", "COUNT", "FOR");
        table.Add("a", "100", "all\nof them");
        table.Add("longer", "7", "");
        Assert.Equal(
            ["POOL    COUNT  FOR", "a         100  all", "               of them", "longer      7"],
            table.Lines(width: null)
        );
    }

    [Fact]
    public void The_widest_cells_are_wrapped_between_words()
    {
        var table = new Table("A", "B");
        table.Add("x", "one two three four five");
        Assert.Equal(["A  B", "x  one two three", "   four five"], table.Lines(width: 18));
    }

    [Fact]
    public void A_word_is_never_cut()
    {
        const string Long = "fd47:25e1:2f96:52:100::-fd47:25e1:2f96:52:100::ff";
        Assert.Equal(["see", Long, "there"], Wrapping.Wrap($"see {Long} there", 20));
    }
}
