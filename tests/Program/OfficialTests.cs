using BgpLb.Recording;
using BgpLb.Tests.Engine;

namespace BgpLb.Tests.Program;

/// <summary>The built program and both stacks, against what Pulumi itself publishes.</summary>
[Trait("Needs", "Programs")]
public sealed class OfficialTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-official-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("dev", "--preview")]
    [InlineData("prod")]
    [InlineData("prod", "--preview", "--send-unknowns")]
    public async Task The_official_definitions_understand_the_whole_run(string stack, params string[] options)
    {
        using var engine = await OfficialEngine.StartAsync(["--stack", stack, .. options]);

        var run = await BuiltProgram.RunAsync(engine.Address, stack, StackConfig.Of(stack), options.Length > 0);
        var recording = await engine.EndAsync();

        Assert.Equal("", run.Printed);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(recording.GetProperty("notUnderstood").EnumerateArray());
        Assert.Empty(recording.GetProperty("logs").EnumerateArray());
        Assert.True(recording.GetProperty("ended").GetBoolean());
    }

    [SkippableTheory]
    [InlineData("dev", false)]
    [InlineData("dev", true)]
    [InlineData("prod", false)]
    [InlineData("prod", true)]
    public async Task The_official_packages_would_register_the_same(string stack, bool dryRun)
    {
        OfficialPackages.Need();
        var ours = await RecordAsync(stack, dryRun);

        var (exitCode, printed) = await OfficialPackages.RunAsync(
            "parity.js",
            ours,
            "--blueprint",
            await RecordAsync(stack, dryRun: false)
        );

        Assert.True(exitCode == 0, printed);
        Assert.Matches("^[0-9]{2} registrations are equal\n$", printed);
    }

    [SkippableFact]
    public async Task The_official_packages_would_register_a_gateway_s_API_the_same()
    {
        OfficialPackages.Need();
        var ours = await RecordAsync("prod", dryRun: false, StackConfig.ByApi());

        var (exitCode, printed) = await OfficialPackages.RunAsync("parity.js", ours, "--blueprint", ours);

        Assert.True(exitCode == 0, printed);
        Assert.Matches("^[0-9]{2} registrations are equal\n$", printed);
    }

    private async Task<string> RecordAsync(string stack, bool dryRun, StackConfig? config = null)
    {
        var path = Path.Combine(_folder, $"{stack}-{dryRun}.json");
        if (config is null && File.Exists(path))
        {
            return path;
        }

        await using var engine = await RecordingEngine.StartAsync("bgplb", stack, new() { DryRun = dryRun });
        var run = await BuiltProgram.RunAsync(engine.Address, stack, config ?? StackConfig.Of(stack), dryRun);
        Assert.Equal("", run.Printed);
        await using var file = File.Create(path);
        engine.WriteTo(file);
        return path;
    }
}
