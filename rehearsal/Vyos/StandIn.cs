namespace BgpLb.Rehearsal;

/// <summary>The files of the stand-in for VyOS, which this library carries along.</summary>
internal static class StandIn
{
    private const string Prefix = "VyosStandIn/";

    /// <summary>Writes them into a folder that is there.</summary>
    public static void WriteTo(string folder)
    {
        var names = typeof(StandIn)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(folder, name[Prefix.Length..]), ShellScript.Read(name));
        }
    }
}
