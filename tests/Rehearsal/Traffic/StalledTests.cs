using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Tests.Rehearsal.Traffic;

/// <summary>Times in milliseconds; a flow sends every 10 of them.</summary>
public sealed class StalledTests
{
    [Theory]
    // Nothing stalled, or at another time.
    [InlineData(100, 400, 0)]
    [InlineData(100, 400, 0, 0, 80)]
    [InlineData(100, 400, 0, 520, 100)]
    // Within, with what a flow cannot tell on both sides.
    [InlineData(100, 400, 120, 200, 100)]
    // Over one end, over both.
    [InlineData(100, 400, 60, 50, 100)]
    [InlineData(100, 400, 60, 450, 100)]
    [InlineData(100, 400, 400, 50, 500)]
    // Two of them; two so close that they touch.
    [InlineData(100, 400, 140, 200, 50, 300, 50)]
    [InlineData(100, 400, 125, 200, 50, 255, 50)]
    // A second at most.
    [InlineData(100, 9000, 1000, 0, 8000)]
    public void What_of_a_gap_is_the_machine_s(int start, int length, int stalled, params int[] stalls) =>
        Assert.Equal(
            Milliseconds(stalled),
            Stalled.Of(
                new(Milliseconds(start), Milliseconds(length)),
                [.. stalls.Chunk(2).Select(stall => new Gap(Milliseconds(stall[0]), Milliseconds(stall[1])))],
                Milliseconds(10)
            )
        );

    private static TimeSpan Milliseconds(int number) => TimeSpan.FromMilliseconds(number);
}
