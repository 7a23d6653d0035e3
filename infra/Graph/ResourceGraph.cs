namespace BgpLb.Graph;

/// <summary>
/// The resources of one stack in the order in which they were made, and the stack's outputs. A resource is made after
/// everything it refers to, so the order is one in which they can be registered one by one.
/// </summary>
public sealed class ResourceGraph(string project, string stack)
{
    public const string StackType = "pulumi:pulumi:Stack";

    private readonly List<Resource> _resources = [];
    private readonly HashSet<string> _urns = new(StringComparer.Ordinal);

    public string Project { get; } = project;

    public string Stack { get; } = stack;

    public string StackName => $"{Project}-{Stack}";

    public string StackUrn => $"urn:pulumi:{Stack}::{Project}::{StackType}::{StackName}";

    public IReadOnlyList<Resource> Resources => _resources;

    /// <summary>What <c>pulumi stack output</c> shows.</summary>
    public Fields Outputs { get; set; } = Fields.Empty;

    internal string UrnOf(ComponentResource? parent, string type, string name)
    {
        var types = parent is null ? type : $"{QualifiedType(parent)}${type}";
        return $"urn:pulumi:{Stack}::{Project}::{types}::{name}";
    }

    internal void Add(Resource resource)
    {
        if (!_urns.Add(resource.Urn))
        {
            throw new InvalidOperationException($"Two resources have the URN {resource.Urn}");
        }

        _resources.Add(resource);
    }

    private static string QualifiedType(Resource resource) =>
        resource.Parent is null ? resource.Type : $"{QualifiedType(resource.Parent)}${resource.Type}";
}
