using System.ComponentModel;
using System.Diagnostics;

namespace BgpLb.Stacks.Check.Chart;

internal enum HelmOutcome
{
    Rendered,

    /// <summary>The chart has refused the values.</summary>
    Refused,

    /// <summary>There is no helm, or no chart.</summary>
    NotTried,
}

/// <summary>The user's own helm.</summary>
internal static class Helm
{
    /// <summary>Renders a chart and throws away what comes out.</summary>
    /// <param name="path">The chart as a folder or archive, if that is what was given.</param>
    /// <param name="given">What was given; a repository's address where there is no such path.</param>
    /// <returns>What happened, and what helm or the program says of it.</returns>
    public static (HelmOutcome Outcome, string Said) Render(ChartRelease release, string path, string given)
    {
        var isLocal = File.Exists(path) || Directory.Exists(path);
        var isRepository = given.Contains("://", StringComparison.Ordinal);
        if (!isLocal && !isRepository)
        {
            return (HelmOutcome.NotTried, $"There is no chart at {path}.");
        }

        // Secrets may stand in the values: nobody else reads the file, and it does not stay.
        var values = Path.Combine(Path.GetTempPath(), $"bgplb-{Guid.NewGuid():N}.json");
        try
        {
            WriteForOwner(values, ChartValues.Of(release.Values));
            string[] source =
                isLocal ? [path]
                : given.StartsWith("oci://", StringComparison.Ordinal) ? [$"{given.TrimEnd('/')}/{release.Chart}"]
                : [release.Chart, "--repo", given];
            string[] version = isLocal || release.Version is null ? [] : ["--version", release.Version];
            return Run([
                "template",
                release.Name,
                .. source,
                .. version,
                "--namespace",
                release.Namespace,
                "--values",
                values,
            ]);
        }
        catch (Win32Exception)
        {
            return (HelmOutcome.NotTried, "There is no helm on PATH: https://helm.sh/docs/intro/install.");
        }
        finally
        {
            File.Delete(values);
        }
    }

    private static (HelmOutcome Outcome, string Said) Run(string[] arguments)
    {
        var start = new ProcessStartInfo("helm", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        using var helm = Process.Start(start)!;
        helm.StandardInput.Close();
        var said = helm.StandardError.ReadToEndAsync();
        helm.StandardOutput.BaseStream.CopyTo(Stream.Null);
        helm.WaitForExit();
        var error = said.GetAwaiter().GetResult().Trim();
        return helm.ExitCode == 0 ? (HelmOutcome.Rendered, "")
            : ChartRefusals.IsIn(error) ? (HelmOutcome.Refused, error)
            : (HelmOutcome.NotTried, $"helm: {LastLine(error)}");
    }

    private static string LastLine(string text) => text[(text.LastIndexOf('\n') + 1)..];

    private static void WriteForOwner(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
