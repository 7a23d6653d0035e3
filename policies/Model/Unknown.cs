using BgpLb.Graph;

namespace BgpLb.Policies.Model;

/// <summary>A value that is known only once something else has been made.</summary>
internal sealed record Unknown : Value;
