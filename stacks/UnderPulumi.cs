namespace BgpLb.Stacks;

/// <summary>The program as the engine starts it: it registers the stack's graph.</summary>
internal static class UnderPulumi
{
    /// <returns>The process's exit status.</returns>
    public static async Task<int> RunAsync()
    {
        await Console.Error.WriteLineAsync("This build plans and renders; it does not speak to a Pulumi engine.");
        return ExitStatus.Lacking;
    }
}
