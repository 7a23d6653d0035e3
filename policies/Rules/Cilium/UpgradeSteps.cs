using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>From what runs now to what is wanted in steps that Cilium supports.</summary>
internal static class UpgradeSteps
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "upgrade-steps",
            Demand =
                "Cilium is upgraded by one minor release at a time, never back to an earlier one, and not through 1.19.0 to 1.19.3.",
            Why =
                "Cilium supports steps between neighbouring minor releases only; agents of two releases run side by "
                + "side while it rolls. From 1.18 to 1.19.0–1.19.3 BGP breaks in the middle of the roll (cilium#45802).",
            Remedy = "Set cilium.version to the latest release of the next minor, update, and go on from there.",
            Wrong = "cilium: { version: 1.20.2 } # 1.18.12 runs",
            Right = "cilium: { version: 1.19.6 } # 1.18.12 runs",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack) =>
        from cilium in Installation.Of(stack).Take(1)
        from before in Installation.Of(stack.KnownBefore).Take(1)
        where before.Release is not null
        let fault = FaultOf(before.Release!.Value, cilium.KnownRelease)
        where fault is not null
        select new Violation(
            cilium.Version,
            $"{cilium.Version.Resource} goes from {before.Version.Shown} to {cilium.Version.Shown}: {fault.What}.",
            fault.Remedy
        );

    private static Fault? FaultOf(CiliumVersion from, CiliumVersion to) =>
        (from.Major, from.Minor).CompareTo((to.Major, to.Minor)) > 0
            ? new(
                "back to an earlier minor release",
                "Stay on the release that runs; right after an upgrade that failed, helm rollback undoes it."
            )
        : from.Major != to.Major || to.Minor > from.Minor + 1 ? new("more than one minor release")
        : from.IsAtLeast(1, 19) || to is not { Major: 1, Minor: 19, Patch: <= 3 } ? null
        : new("BGP breaks in the middle of the roll (cilium#45802)", "Set cilium.version to 1.19.4 or later.");

    private sealed record Fault(string What, string? Remedy = null);
}
