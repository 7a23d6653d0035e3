using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The stack that has to run something before this one does.</summary>
/// <param name="After">Its name; empty where there is none.</param>
/// <param name="Reference">The same as the engine knows it; empty where only files are read.</param>
public sealed record PromotionSettings(string After, string Reference)
{
    internal static PromotionSettings Read(Section s)
    {
        var promotion = new PromotionSettings(
            s.Optional("after", Kinds.Name, "", "The stack that runs everything before this one does."),
            s.Optional(
                "reference",
                Kinds.Text,
                "",
                "The same stack for Pulumi, ORGANIZATION/PROJECT/STACK, so that its outputs count under the engine; "
                    + "it has to exist."
            )
        );
        if (promotion.Reference.Length > 0)
        {
            if (promotion.Reference.Split('/') is not [_, _, { Length: > 0 }])
            {
                s.Refuse("reference", $"\"{promotion.Reference}\"", "ORGANIZATION/PROJECT/STACK");
            }

            if (promotion.After.Length == 0)
            {
                s.Refuse("after", "nothing", "the name of the stack that reference is about");
            }
        }

        return promotion;
    }
}
