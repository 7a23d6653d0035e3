namespace BgpLb.Stacks.Render;

/// <summary>
/// Files written beside their places and moved there when all are complete, so that a full disk leaves nothing
/// half-written. Disposing removes what was not published.
/// </summary>
internal sealed class StagedFiles(string folder) : IDisposable
{
    private readonly List<(string Staged, string Place)> _files = [];

    /// <param name="path">Relative to the folder, with slashes.</param>
    public void Add(string path, string content)
    {
        var place = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var staged = $"{place}.{Environment.ProcessId}.tmp";
        _files.Add((staged, place));
        File.WriteAllText(staged, content);
    }

    public void Publish()
    {
        foreach (var (staged, place) in _files)
        {
            File.Move(staged, place, overwrite: true);
        }

        _files.Clear();
    }

    public void Dispose()
    {
        foreach (var (staged, _) in _files)
        {
            if (File.Exists(staged))
            {
                File.Delete(staged);
            }
        }
    }
}
