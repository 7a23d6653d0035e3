namespace BgpLb.Tests.Stacks.Support;

/// <summary>A copy of the project's files to change, and room beside it to render into.</summary>
internal sealed class Project : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("project").FullName;

    public Project()
    {
        Directory.CreateDirectory(Folder);
        foreach (var path in Directory.EnumerateFiles(Repository.Root, "Pulumi*.yaml"))
        {
            File.Copy(path, Path.Combine(Folder, Path.GetFileName(path)));
        }
    }

    public string Folder => Path.Combine(_folder, "files");

    /// <summary>Where to render to; not there at first.</summary>
    public string Out => Path.Combine(_folder, "out");

    public string OutFile(string path) => Path.Combine(Out, path);

    /// <summary>Replaces a text that occurs once in a stack's file.</summary>
    public Project With(string stack, string from, string to)
    {
        var path = Path.Combine(Folder, $"Pulumi.{stack}.yaml");
        var parts = File.ReadAllText(path).Split(from);
        Assert.True(parts.Length == 2, $"\"{from}\" occurs {parts.Length - 1} times in {stack}");
        File.WriteAllText(path, string.Concat(parts[0], to, parts[1]));
        return this;
    }

    public Task<Outcome> RunAsync(params IReadOnlyList<string> args) => Outcome.OfAsync(Folder, args);

    public Task<Outcome> RenderAsync(string stack) => RunAsync("render", stack, "--out", Out);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
