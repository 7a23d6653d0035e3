using System.CommandLine;

namespace BgpLb.Stacks;

/// <summary>What several verbs take.</summary>
internal static class Arguments
{
    public static Argument<string> Stack() =>
        new("STACK") { Description = "The stack's name: its settings are in Pulumi.STACK.yaml." };

    public static Option<string> Project() =>
        new("--project")
        {
            Description = "A folder of the project, with Pulumi.yaml in it or above; without it, where you are.",
            HelpName = "DIR",
            Recursive = true,
        };
}
