using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Execution;

/// <summary>Makes resources of some types, as the Pulumi provider of these types would.</summary>
internal interface IProvider
{
    /// <summary>Whether the type is one of its own.</summary>
    bool Makes(string type);

    /// <summary>Makes or updates a resource, and returns its outputs.</summary>
    /// <param name="before">What it was made of last; null for a new one.</param>
    /// <exception cref="RehearsalException">That failed; the message is for a person.</exception>
    JsonObject Make(string type, JsonObject inputs, Made? before);

    /// <summary>Deletes a resource.</summary>
    void Delete(string type, Made what);
}

/// <summary>A resource that is there.</summary>
/// <param name="Inputs">What it was made of, in clear.</param>
/// <param name="Outputs">What its provider answered.</param>
internal sealed record Made(string Type, JsonObject Inputs, JsonObject Outputs);
