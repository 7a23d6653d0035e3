using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace BgpLb.Stacks.Render;

/// <summary>The folder that a stack is rendered to. Files that the command has not written are never touched.</summary>
internal sealed class OutputFolder(string folder)
{
    private readonly Manifest _earlier = Manifest.In(folder);

    /// <summary>Why the files cannot go there; empty where they can.</summary>
    public IEnumerable<string> Refusals(string stack, ImmutableArray<RenderedFile> files)
    {
        if (_earlier.Stack.Length > 0 && _earlier.Stack != stack)
        {
            yield return $"{folder} holds the rendering of stack {_earlier.Stack}; give {stack} a folder of its own.";
            yield break;
        }

        foreach (var file in files)
        {
            var parent = Path.GetDirectoryName(Full(file.Path))!;
            if (File.Exists(parent))
            {
                yield return $"{parent} is a file where a folder is needed.";
            }
            else if (Directory.Exists(Full(file.Path)))
            {
                yield return $"{Full(file.Path)} is a folder where a file is needed.";
            }
            else if (File.Exists(Full(file.Path)) && !_earlier.Files.ContainsKey(file.Path) && !IsWritten(file))
            {
                yield return $"{Full(file.Path)} is there already and not the command's own; move it away.";
            }
        }
    }

    /// <summary>
    /// Writes what differs and removes what no longer belongs. Each file appears whole or not at all; what we own is on
    /// record before it appears, so an interrupted run can be repeated.
    /// </summary>
    /// <returns>What happened to each file, by path.</returns>
    public List<(string Path, string Outcome)> Write(string stack, ImmutableArray<RenderedFile> files)
    {
        var now = new Manifest(stack, new(StringComparer.Ordinal));
        var both = new Manifest(stack, new(_earlier.Files, StringComparer.Ordinal));
        foreach (var file in files)
        {
            now.Files[file.Path] = both.Files[file.Path] = DigestOf(Encoding.UTF8.GetBytes(file.Content));
        }

        var outcomes = new List<(string, string)>();
        using (var staged = new StagedFiles(folder))
        {
            foreach (var file in files)
            {
                outcomes.Add((file.Path, IsWritten(file) ? "unchanged" : "written"));
                if (!IsWritten(file))
                {
                    staged.Add(file.Path, file.Content);
                }
            }

            Record(both);
            staged.Publish();
        }

        outcomes.AddRange(_earlier.Files.Where(pair => !now.Files.ContainsKey(pair.Key)).Select(Remove));
        Record(now);
        return outcomes;
    }

    /// <summary>Removes a file of an earlier rendering, unless somebody has made it their own by changing it.</summary>
    private (string Path, string Outcome) Remove(KeyValuePair<string, string> file)
    {
        var path = Full(file.Key);
        if (!File.Exists(path))
        {
            return (file.Key, "gone already");
        }

        if (DigestOf(File.ReadAllBytes(path)) != file.Value)
        {
            return (file.Key, "kept: no longer needed, but changed by hand");
        }

        File.Delete(path);
        return (file.Key, "removed");
    }

    private void Record(Manifest manifest)
    {
        var text = manifest.ToString();
        if (!File.Exists(Full(Manifest.FileName)) || File.ReadAllText(Full(Manifest.FileName)) != text)
        {
            using var staged = new StagedFiles(folder);
            staged.Add(Manifest.FileName, text);
            staged.Publish();
        }
    }

    private bool IsWritten(RenderedFile file) =>
        File.Exists(Full(file.Path)) && File.ReadAllText(Full(file.Path)) == file.Content;

    private string Full(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    private static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
