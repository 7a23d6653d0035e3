namespace BgpLb.Tests.Settings;

/// <summary>A folder with the project's file and some stacks, for as long as a test needs it.</summary>
internal sealed class StackFolder : IDisposable
{
    public StackFolder(params IEnumerable<StackText> stacks)
    {
        Write("Pulumi.yaml", Repository.Read("Pulumi.yaml"));
        foreach (var stack in stacks)
        {
            Write($"Pulumi.{stack.Stack}.yaml", stack.Yaml);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("stacks").FullName;

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
