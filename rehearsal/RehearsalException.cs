namespace BgpLb.Rehearsal;

/// <summary>The lab cannot do what it was told; the message is for a person.</summary>
public sealed class RehearsalException : Exception
{
    public RehearsalException() { }

    public RehearsalException(string message)
        : base(message) { }

    public RehearsalException(string message, Exception inner)
        : base(message, inner) { }
}
