using BgpLb.Settings;

namespace BgpLb.Stacks;

/// <summary>
/// All problems of a stack at once. Each begins with <c>FILE:LINE</c>, which editors and terminals make a link of.
/// </summary>
internal static class ProblemReport
{
    public static void Write(TextWriter to, string? file, IReadOnlyCollection<Problem> problems)
    {
        var width = problems.Max(problem => PlaceOf(problem, file).Length);
        foreach (var problem in problems)
        {
            var place = PlaceOf(problem, file);
            to.WriteLine(place == problem.Path ? place : $"{place.PadRight(width)}  {problem.Path}");
            to.WriteLine($"  found:    {problem.Found}");
            to.WriteLine($"  allowed:  {problem.Allowed}");
            to.WriteLine();
        }

        to.WriteLine(
            problems.Count == 1 ? "1 problem; nothing was done." : $"{problems.Count} problems; nothing was done."
        );
    }

    private static string PlaceOf(Problem problem, string? file) =>
        file is null ? problem.Path
        : problem.Line > 0 ? $"{file}:{problem.Line}"
        : file;
}
