namespace BgpLb.Settings;

/// <summary>One thing that is wrong in what was written.</summary>
/// <param name="Path">Where: <c>routers[0].ssh.hostKey</c>.</param>
/// <param name="Found">What stands there; never a secret's text.</param>
/// <param name="Allowed">What would be right.</param>
/// <param name="Line">The line in the stack file, from 1; 0 where unknown.</param>
public sealed record Problem(string Path, string Found, string Allowed, int Line = 0)
{
    public override string ToString() => $"{Path}: found {Found}; allowed: {Allowed}";
}
