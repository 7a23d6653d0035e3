using System.Collections.Immutable;

namespace BgpLb.Policies.Model.Routers;

/// <summary>A list of communities: a route has to carry all of one of the alternatives.</summary>
internal sealed class CommunityList
{
    /// <summary>Each as FRR writes communities.</summary>
    public List<ImmutableArray<string>> Alternatives { get; } = [];

    /// <summary>Whether all of it was understood.</summary>
    public bool IsUnderstood { get; set; } = true;
}
