using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

/// <summary>Whatever stands in the folder and is not the command's own stays as it is.</summary>
public sealed class ForeignFilesTests
{
    [Fact]
    public async Task Other_files_stay()
    {
        using var project = new Project();
        Write(project, "notes.txt", "mine");
        Write(project, "kubernetes/ingress.yaml", "mine too");
        (await project.RenderAsync("prod")).Done();
        project.With("prod", "name: udm-pro", "name: gateway");
        (await project.RenderAsync("prod")).Done();
        Assert.Equal("mine", File.ReadAllText(project.OutFile("notes.txt")));
        Assert.Equal("mine too", File.ReadAllText(project.OutFile("kubernetes/ingress.yaml")));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("kubernetes/pools.yaml")]
    public async Task A_file_in_the_way_refuses_the_whole_rendering(string path)
    {
        using var project = new Project();
        Write(project, path, "mine");
        var error = (await project.RenderAsync("prod")).Refused();
        Assert.Equal(
            $"{project.OutFile(path)} is there already and not the command's own; move it away.\nNothing was written.\n",
            error
        );
        Assert.Equal([new(path, "mine")], Golden.FilesIn(project.Out));
    }

    [Fact]
    public async Task A_file_that_is_what_would_be_written_is_in_nobodys_way()
    {
        using var project = new Project();
        (await project.RenderAsync("prod")).Done();
        File.Delete(project.OutFile(".bgplb-files"));
        (await project.RenderAsync("prod")).Done();
    }

    [Fact]
    public async Task A_file_instead_of_the_folder_is_refused()
    {
        using var project = new Project();
        File.WriteAllText(project.Out, "mine");
        var error = (await project.RenderAsync("prod")).Refused();
        Assert.Equal($"--out: {project.Out} is a file.\n", error);
        Assert.Equal("mine", File.ReadAllText(project.Out));
    }

    [Fact]
    public async Task A_folder_below_a_file_is_refused()
    {
        using var project = new Project();
        File.WriteAllText(project.Out, "mine");
        var error = (await project.RunAsync("render", "prod", "--out", project.OutFile("a/b"))).Refused();
        Assert.Equal($"--out: {project.Out} is a file.\n", error);
    }

    [Fact]
    public async Task A_file_instead_of_a_folder_within_is_refused()
    {
        using var project = new Project();
        Write(project, "cilium", "mine");
        var error = (await project.RenderAsync("prod")).Refused();
        Assert.Equal($"{project.OutFile("cilium")} is a file where a folder is needed.\nNothing was written.\n", error);
    }

    [Fact]
    public async Task A_folder_instead_of_a_file_is_refused()
    {
        using var project = new Project();
        Directory.CreateDirectory(project.OutFile("README.md"));
        var error = (await project.RenderAsync("prod")).Refused();
        Assert.StartsWith($"{project.OutFile("README.md")} is a folder where a file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_stacks_folder_is_refused()
    {
        using var project = new Project();
        (await project.RenderAsync("prod")).Done();
        var before = Golden.FilesIn(project.Out);
        var error = (await project.RenderAsync("dev")).Refused();
        Assert.Contains(
            "holds the rendering of stack prod; give dev a folder of its own.",
            error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, Golden.FilesIn(project.Out));
    }

    [Theory]
    [InlineData("../victim")]
    [InlineData("kubernetes/../../victim")]
    public async Task A_list_of_files_that_leads_out_of_the_folder_is_not_followed(string path)
    {
        using var project = new Project();
        var victim = Path.Combine(project.Out, "..", "victim");
        File.WriteAllText(victim, "");
        const string DigestOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Write(project, ".bgplb-files", $"# Written by bgplb render prod\n{DigestOfNothing}  {path}\n");
        (await project.RenderAsync("prod")).Done();
        Assert.True(File.Exists(victim));
    }

    private static void Write(Project project, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(project.OutFile(path))!);
        File.WriteAllText(project.OutFile(path), text);
    }
}
