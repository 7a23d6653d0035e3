using System.Text;
using BgpLb.Settings;
using BgpLb.Settings.Reference;

namespace BgpLb.Tests.Settings;

/// <summary>A folder with the project's file and some stacks, for as long as a test needs it.</summary>
internal sealed class StackFolder : IDisposable
{
    public StackFolder(params IEnumerable<StackText> stacks)
    {
        Write("Pulumi.yaml", Project);
        foreach (var stack in stacks)
        {
            Write($"Pulumi.{stack.Stack}.yaml", stack.Yaml);
        }
    }

    /// <summary>The project's file as it would be made now.</summary>
    public static string Project { get; } = ProjectText.Of("bgplb", SettingsReading.Shapes);

    public string Path { get; } = Directory.CreateTempSubdirectory("stacks").FullName;

    public void Write(string name, string text) =>
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
