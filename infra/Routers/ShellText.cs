using BgpLb.Graph;

namespace BgpLb.Routers;

/// <summary>The shell's side of the scripts.</summary>
internal static class ShellText
{
    /// <summary>A part of a script, one of the *.sh files beside this one, as it is.</summary>
    public static string Read(string name)
    {
        using var stream =
            typeof(ShellText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no script {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>An assignment that the shell takes literally.</summary>
    public static string Assign(string name, string value) =>
        $"{name}='{value.Replace("'", @"'\''", StringComparison.Ordinal)}'\n";

    public static string Assign(IEnumerable<(string Name, string Value)> variables) =>
        string.Concat(variables.Select(variable => Assign(variable.Name, variable.Value)));

    /// <summary>
    /// An assignment of lines. A password stands between single quotes as it is; settings refuse those that hold one.
    /// </summary>
    public static Value AssignLines(string name, IEnumerable<Value> lines) =>
        Value.Join(
            $"{name}='",
            Flat.Join(lines.SelectMany((line, i) => i == 0 ? [line] : new Value[] { "\n", line })),
            "'\n"
        );
}
