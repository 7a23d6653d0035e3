using BgpLb.Settings;
using BgpLb.Settings.Reference;

namespace BgpLb.Tests.Settings;

public sealed class MadeFilesTests
{
    [Fact]
    public void The_project_file_declares_what_the_readers_read() =>
        MadeFile.AssertMade("Pulumi.yaml", ProjectText.Of("bgplb", SettingsReading.Shapes));

    [Fact]
    public void The_schema_describes_what_the_readers_read() =>
        MadeFile.AssertMade("stack.schema.json", StackSchema.Of("bgplb", SettingsReading.Shapes));

    [Fact]
    public void The_reference_describes_what_the_readers_read() =>
        MadeFile.AssertMade("docs/settings.md", SettingsPage.Of("bgplb", SettingsReading.Shapes));
}
