namespace BgpLb.Stacks;

/// <summary>What the command's exit status says to scripts.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>A check or a step failed.</summary>
    public const int Failed = 1;

    /// <summary>What was written is wrong: settings or usage. Nothing was done.</summary>
    public const int Wrong = 2;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>This machine lacks something.</summary>
    public const int Lacking = 3;
}
