namespace BgpLb.Rehearsal;

/// <summary>What a program said and how it ended.</summary>
/// <param name="Status">The exit status; 128 plus the signal's number where one ended it.</param>
public sealed record Outcome(int Status, string Output, string Errors)
{
    /// <summary>Output and errors, in this order.</summary>
    public string All => Output + Errors;
}
