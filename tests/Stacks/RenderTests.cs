using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class RenderTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Rendering_twice_is_the_same_to_the_byte(string stack)
    {
        using var project = new Project();
        (await project.RenderAsync(stack)).Done();
        var first = Bytes(project);
        var report = (await project.RenderAsync(stack)).Done();
        Assert.Equal(first, Bytes(project));
        Assert.DoesNotContain("written", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_UTF8_without_mark_and_their_lines_end_in_line_feeds()
    {
        using var project = new Project();
        (await project.RenderAsync("prod")).Done();
        Assert.All(
            Golden.FilesIn(project.Out).Keys,
            path =>
            {
                var bytes = File.ReadAllBytes(project.OutFile(path));
                Assert.NotEqual(0xEF, bytes[0]);
                Assert.Equal((byte)'\n', bytes[^1]);
                Assert.DoesNotContain((byte)'\r', bytes);
            }
        );
    }

    [Fact]
    public async Task A_change_of_settings_changes_only_the_files_it_concerns()
    {
        using var project = new Project();
        (await project.RenderAsync("prod")).Done();
        project.With("prod", "172.29.52.200-172.29.52.220", "172.29.52.200-172.29.52.221");
        var report = (await project.RenderAsync("prod")).Done();
        Assert.Matches("kubernetes/pools.yaml +written\n", report);
        Assert.Matches("cilium/values.yaml +unchanged\n", report);
    }

    [Fact]
    public async Task What_no_longer_belongs_is_removed()
    {
        using var project = new Project();
        (await project.RenderAsync("prod")).Done();
        project.With("prod", "name: udm-pro", "name: gateway");
        var report = (await project.RenderAsync("prod")).Done();
        Assert.Matches("routers/udm-pro.conf +removed\n", report);
        Assert.Equal(["gateway.conf"], Directory.GetFiles(project.OutFile("routers")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_no_longer_belongs_but_was_changed_by_hand_is_kept()
    {
        using var project = new Project();
        (await project.RenderAsync("prod")).Done();
        File.AppendAllText(project.OutFile("routers/udm-pro.conf"), "! by hand\n");
        project.With("prod", "name: udm-pro", "name: gateway");
        var report = (await project.RenderAsync("prod")).Done();
        Assert.Matches("routers/udm-pro.conf +kept", report);
        Assert.EndsWith(
            "! by hand\n",
            File.ReadAllText(project.OutFile("routers/udm-pro.conf")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_folder_remembers_its_files_in_a_form_that_sha256sum_checks()
    {
        using var project = new Project();
        (await project.RenderAsync("dev")).Done();
        var lines = File.ReadAllLines(project.OutFile(".bgplb-files"));
        Assert.Equal("# Written by bgplb render dev", lines[0]);
        Assert.Equal(
            Golden.FilesIn(project.Out).Keys.Where(path => path[0] != '.'),
            lines.Skip(1).Select(l => l[66..])
        );
    }

    [Fact]
    public async Task A_rendering_that_fails_leaves_nothing_half_written()
    {
        using var project = new Project();
        var obstacle = project.OutFile($"routers/gateway.txt.{Environment.ProcessId}.tmp");
        Directory.CreateDirectory(obstacle);
        var run = await project.RenderAsync("dev");
        Assert.Equal(1, run.Status);
        Assert.Equal("", run.Output);
        Assert.StartsWith("--out: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Golden.FilesIn(project.Out));
    }

    private static SortedDictionary<string, string> Bytes(Project project) =>
        new(
            Golden
                .FilesIn(project.Out)
                .ToDictionary(
                    file => file.Key,
                    file => Convert.ToHexString(File.ReadAllBytes(project.OutFile(file.Key))),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );
}
