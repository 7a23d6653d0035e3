using System.Text;

namespace BgpLb.Stacks;

/// <summary>What a verb may touch of the process around it. Verbs know no static console.</summary>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Width">The terminal's columns; null where output goes to a file or a pipe, whose lines never end early.</param>
/// <param name="HasColour">Whether escape sequences are welcome.</param>
internal sealed record Surroundings(
    TextWriter Output,
    TextWriter Error,
    string Folder,
    int? Width = null,
    bool HasColour = false
)
{
    /// <summary>Opens standard input.</summary>
    public Func<TextReader> Input { get; init; } = static () => TextReader.Null;

    /// <summary>The process's own, with UTF-8 everywhere.</summary>
    public static Surroundings OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        if (isTerminal && OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 16384),
            new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true },
            Environment.CurrentDirectory,
            isTerminal ? WidthOfTerminal() : null,
            isTerminal && WantsColour()
        )
        {
            Input = () => new StreamReader(Console.OpenStandardInput(), encoding),
        };
    }

    /// <summary>Sends off what a verb has written.</summary>
    public void Flush() => Output.Flush();

    /// <summary>A path as the user meant it.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    /// <summary>The folder to look for the project in; null where there is none, which has then been said.</summary>
    /// <param name="project">As the user gave it; null for where the user is.</param>
    public string? FolderOf(string? project)
    {
        var folder = Resolve(project ?? ".");
        if (Directory.Exists(folder))
        {
            return folder;
        }

        Error.WriteLine($"--project: there is no folder {folder}.");
        return null;
    }

    /// <summary>As https://no-color.org asks; a terminal without any abilities calls itself dumb.</summary>
    private static bool WantsColour() =>
        Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    private static int? WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
