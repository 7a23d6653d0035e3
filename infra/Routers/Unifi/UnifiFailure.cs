namespace BgpLb.Routers.Unifi;

/// <summary>Why nothing more can be done.</summary>
/// <param name="status">The exit status, as in <see cref="UnifiStatus"/>.</param>
/// <param name="message">For the person who reads the failed update; never with a secret.</param>
internal sealed class UnifiFailure(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

/// <summary>What the exit status of the verb says.</summary>
internal static class UnifiStatus
{
    public const int Done = 0;

    /// <summary>What was typed, or the standard input, is wrong.</summary>
    public const int Wrong = 2;

    /// <summary>The gateway cannot be asked, or refuses to answer. Where it says nothing else, nothing was changed.</summary>
    public const int Unanswered = 3;

    /// <summary>A confirmation found another document.</summary>
    public const int Another = 5;

    /// <summary>The document is somebody else's; nothing was changed.</summary>
    public const int Foreign = 6;

    /// <summary>The gateway refused the document; nothing was changed.</summary>
    public const int Refused = 7;

    /// <summary>The gateway did not keep what it was given; the message says what it has now.</summary>
    public const int NotKept = 8;
}
