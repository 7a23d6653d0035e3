using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class GoldenTests
{
    [Theory]
    [InlineData("dev", "text")]
    [InlineData("dev", "json")]
    [InlineData("dev", "mermaid")]
    [InlineData("prod", "text")]
    [InlineData("prod", "json")]
    [InlineData("prod", "mermaid")]
    public async Task A_plan_reads_as_it_did(string stack, string form)
    {
        string[] args = form == "text" ? ["plan", stack] : ["plan", stack, $"--{form}"];
        var run = await Outcome.OfAsync(Repository.Root, args);
        Golden.Check($"{stack}.plan.{(form == "json" ? "json" : form == "text" ? "txt" : "md")}", run.Done());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_rendering_has_the_files_it_had(string stack)
    {
        using var project = new Project();
        (await project.RenderAsync(stack)).Done();
        Golden.CheckFolder(stack, Golden.FilesIn(project.Out));
    }
}
