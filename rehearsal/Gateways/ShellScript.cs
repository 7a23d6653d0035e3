namespace BgpLb.Rehearsal;

/// <summary>The shell's part, in the *.sh files beside this one.</summary>
internal static class ShellScript
{
    public static string Read(string name)
    {
        using var stream =
            typeof(ShellScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no script {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
