using BgpLb.Settings;

namespace BgpLb.Tests.Settings;

public sealed class ShippedStacksTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void A_shipped_stack_is_read_beside_the_other_one(string stack)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);

        Assert.Empty(reading.Problems.Select(problem => $"{problem}"));
        Assert.NotNull(reading.Settings);
        Assert.Equal(("bgplb", stack, $"Pulumi.{stack}.yaml"), (reading.Project, reading.Stack, reading.File));
    }

    [Fact]
    public void A_folder_within_the_project_will_do() =>
        Assert.NotNull(SettingsReading.FromFiles(Path.Combine(Repository.Root, "infra", "Settings"), "dev").Settings);
}
