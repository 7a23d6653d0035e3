using BgpLb.Components;
using BgpLb.Policies.Model;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Policies.Support;

/// <summary>A stack file as the rules see what it makes.</summary>
internal static class Written
{
    public static StackView Seen(this StackText text) =>
        PlannedResources.Of(StackGraph.Build(text.IsAccepted(), text.Read().Settings!.Secrets));
}
