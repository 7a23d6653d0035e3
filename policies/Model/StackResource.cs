using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Policies.Model;

/// <summary>A resource as the engine sees it, whoever made it: the program, somebody beside it, or a hand in a state file.</summary>
/// <param name="Type">The type token: <c>kubernetes:cilium.io/v2:CiliumBGPPeerConfig</c>.</param>
/// <param name="Properties">The inputs; they hold no outputs, only <see cref="Unknown"/> in their place.</param>
/// <param name="Parent">The parent's URN; null for the stack.</param>
/// <param name="Dependencies">URNs.</param>
/// <param name="IsProtected">Whether the engine refuses to delete it.</param>
/// <param name="Outputs">What its provider has reported; null where nobody has asked it.</param>
public sealed record StackResource(
    string Urn,
    string Type,
    string Name,
    Fields Properties,
    string? Parent,
    ImmutableArray<string> Dependencies,
    bool IsProtected,
    Fields? Outputs = null
)
{
    private const string Kubernetes = "kubernetes:";

    /// <summary>All properties; the place of a finding about the resource as a whole.</summary>
    public Property Root => new(this, "", Properties, IsSecret: false);

    /// <summary>A property by its name.</summary>
    public Property this[string name] => Root[name];

    /// <summary>The kind of a Kubernetes object, whatever the version of its API; null for anything else.</summary>
    public string? Kind =>
        Type.StartsWith(Kubernetes, StringComparison.Ordinal) ? Type[(Type.LastIndexOf(':') + 1)..] : null;

    /// <summary>The name of a Kubernetes object, which need not be the resource's.</summary>
    public string ObjectName => this["metadata"]["name"].Text ?? Name;

    /// <summary>As people know it: kind and name.</summary>
    public override string ToString() => $"{Type[(Type.LastIndexOf(':') + 1)..]} {(Kind is null ? Name : ObjectName)}";
}
