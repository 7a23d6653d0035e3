namespace BgpLb.Graph;

/// <summary>
/// Another stack, whose outputs are its own. It is read, never made, and fails the update where there is no such stack.
/// </summary>
public sealed class StackReference : Resource
{
    /// <summary>The type token under which the engine reads it.</summary>
    public const string Token = "pulumi:pulumi:StackReference";

    /// <param name="name">ORGANIZATION/PROJECT/STACK.</param>
    internal StackReference(ResourceGraph graph, string name)
        : base(graph, parent: null, Token, name)
    {
        Purpose = "what another stack runs";
        Inputs = Fields.Of(("name", name));
    }
}
