namespace BgpLb.Settings.Reading;

/// <summary>
/// Collects what is wrong, so that a person sees all of it at once. A check that reads a path with a problem of its own
/// is skipped: it would only repeat or blur what is known already.
/// </summary>
internal sealed class Problems
{
    private readonly List<Problem> _all = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public IReadOnlyList<Problem> All => _all;

    public void Add(string path, string found, string allowed) => _all.Add(new(path, found, allowed, LineOf(path)));

    /// <summary>Remembers where a path stands in the file.</summary>
    public void Locate(string path, int line) => _lines[path] = line;

    /// <summary>Whether something at or below any of these paths, or above them, was found wrong.</summary>
    public bool Touch(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            foreach (var problem in _all)
            {
                if (IsWithin(problem.Path, path) || IsWithin(path, problem.Path))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The line of a path, or of the nearest thing around it that has one.</summary>
    public int LineOf(string path)
    {
        for (var at = path; at.Length > 0; at = Parent(at))
        {
            if (_lines.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return 0;
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];

    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');
}
