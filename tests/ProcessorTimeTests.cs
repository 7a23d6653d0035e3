namespace BgpLb.Tests;

public sealed class ProcessorTimeTests
{
    [Fact]
    public void Only_what_is_computed_counts()
    {
        var steps = 0L;

        var one = ProcessorTime.Of(() => steps = Compute(20_000_000));
        var ten = ProcessorTime.Of(() => steps += Compute(200_000_000));
        var waiting = ProcessorTime.Of(() => Thread.Sleep(TimeSpan.FromSeconds(1)));

        Assert.Equal(220_000_000, steps);
        Assert.True(one > TimeSpan.FromMilliseconds(1), $"{one}");
        Assert.True(ten > 3 * one, $"{one} and {ten}");
        Assert.True(waiting < TimeSpan.FromSeconds(0.5), $"{waiting}");
    }

    private static long Compute(int steps)
    {
        var (done, number) = (0L, 1U);
        for (; done < steps; done++)
        {
            number = (number * 1_664_525) + 1_013_904_223;
        }

        return number == 0 ? 0 : done;
    }
}
