namespace BgpLb.Rehearsal;

/// <summary>What labs have left behind whose process has died without cleaning up.</summary>
internal static class Leftovers
{
    /// <summary>Ends and removes it; labs whose process lives are left alone.</summary>
    public static void CleanUp()
    {
        ProcessTable.Kill([.. Processes().Where(process => IsGone(process.Owner)).Select(process => process.Id)]);
        foreach (var line in Shell.Do("ip", "netns", "list").Split('\n'))
        {
            var name = line.Split(' ')[0];
            if (Names.OwnerOf(name) is { } owner && IsGone(owner))
            {
                ProcessTable.Kill(
                    Shell
                        .Run("", "ip", "netns", "pids", name)
                        .Output.Split('\n')
                        .Where(id => id.Length > 0)
                        .Select(int.Parse)
                );
                _ = Shell.Run("", "ip", "netns", "delete", name);
            }
        }

        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Teardown.FolderPrefix}*"))
        {
            var owner = Path.GetFileName(folder)[Teardown.FolderPrefix.Length..].Split('-')[0];
            if (int.TryParse(owner, out var id) && IsGone(id))
            {
                TryDelete(folder);
            }
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another rehearsal that begins now has been quicker.
        }
    }

    /// <summary>The numbers of the processes that a process's labs have started and that run now.</summary>
    public static IEnumerable<int> ProcessesOf(int owner) =>
        Processes().Where(process => process.Owner == owner).Select(process => process.Id);

    private static bool IsGone(int id) => !Directory.Exists($"/proc/{id}");

    /// <summary>Everything that a lab has started, whoever is its parent now.</summary>
    private static IEnumerable<(int Id, int Owner)> Processes()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && OwnerOf(folder) is { } owner)
            {
                yield return (id, owner);
            }
        }
    }

    private static int? OwnerOf(string process)
    {
        try
        {
            const string Mark = $"{Shell.OwnerVariable}=";
            var marked = File.ReadAllText($"{process}/environ")
                .Split('\0')
                .FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal));
            return int.TryParse(marked?[Mark.Length..], out var owner) ? owner : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
