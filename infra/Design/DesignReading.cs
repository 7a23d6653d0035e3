using System.Collections.Immutable;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>A design, or the promises it could not keep.</summary>
/// <param name="Design">Null where there are problems.</param>
public sealed record DesignReading(LoadBalancerDesign? Design, ImmutableArray<Problem> Problems);
