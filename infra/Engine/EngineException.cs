namespace BgpLb.Engine;

/// <summary>The engine cannot be worked with. The message is for people: what went wrong, with whom.</summary>
public class EngineException : Exception
{
    /// <summary>A problem of which nothing more is known.</summary>
    public EngineException()
        : base("The Pulumi engine cannot be worked with.") { }

    /// <summary>A problem with this message.</summary>
    public EngineException(string message)
        : base(message) { }

    /// <summary>A problem with this message and what caused it.</summary>
    public EngineException(string message, Exception cause)
        : base(message, cause) { }
}
