using BgpLb.Components;

namespace BgpLb.Tests.Components;

public sealed class ProgramStartTests
{
    [Theory]
    [InlineData("/usr/share/dotnet/dotnet", "dotnet run --no-build --")]
    [InlineData(null, "dotnet run --no-build --")]
    [InlineData("/home/me/project/bgplb", "../bgplb")]
    [InlineData("/home/me/project/stacks/bgplb", "./bgplb")]
    [InlineData("/home/me/project/out/linux/bgplb", "../out/linux/bgplb")]
    [InlineData("/home/me/project/out/bgplb.exe", "../out/bgplb")]
    [InlineData("/usr/local/bin/bgplb", "bgplb")]
    [InlineData("/home/me/bgplb", "bgplb")]
    public void A_command_holds_no_path_of_one_machine(string? process, string words) =>
        Assert.Equal(
            words,
            string.Join(' ', ProgramStart.Of(process, "/home/me/project/stacks", "/home/me/project").Words)
        );

    [Fact]
    public void A_file_beside_Pulumi_yaml_of_a_project_without_a_folder_for_its_program_is_found() =>
        Assert.Equal("./bgplb", Assert.Single(ProgramStart.Of("/project/bgplb", "/project", "/project").Words));
}
