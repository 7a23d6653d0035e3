namespace BgpLb.Engine;

/// <summary>Something to tell the user, beside the resource with this URN; with none, beside the stack.</summary>
internal sealed record Failure(string Message, string Urn);
