using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Tests.Policies.Support;

/// <summary>Stacks with another Cilium than the shipped one.</summary>
internal static class CiliumStacks
{
    public const string Release = "Release cilium";
    public const string Component = "CiliumRelease cilium";
    public const string Type = "kubernetes:helm.sh/v3:Release";

    /// <summary>The stack with a value of the release set.</summary>
    public static StackView WithValue(this StackView stack, string path, object? value) =>
        stack.With(Release, $"values.{path}", value);

    public static StackView WithVersion(this StackView stack, string version) =>
        stack.With(Release, "version", version);

    /// <summary>The stack where somebody else installs Cilium.</summary>
    public static StackView External(this StackView stack)
    {
        var values = (Fields)stack.The(Release).Properties["values"]!;
        return stack.Without(Release).With(Component, "management", "external").With(Component, "neededValues", values);
    }

    /// <summary>The stack over one where another release runs.</summary>
    public static StackView After(this StackView stack, StackView before) => stack with { Before = before };
}
