using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>A trigger replaces a command, and a replacement creates first and deletes then.</summary>
internal static class NoTriggers
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "no-triggers",
            Demand = "No command that takes something away when it is deleted has triggers.",
            Why =
                "A changed trigger replaces the command: the new one runs create, then the old one runs delete and tears down what was just made.",
            Remedy =
                "Leave out triggers; put a digest of what the command stands for into create or stdin, which then runs it again.",
            Wrong = "create: bash -s -- apply\ndelete: bash -s -- remove\ntriggers: [0f3c…]",
            Right = "create: bash -s -- apply\ndelete: bash -s -- remove\nstdin: DIGEST='0f3c…' …",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource)
    {
        if (resource.IsCommand() && resource["delete"].Exists && resource["triggers"].Elements.Any())
        {
            yield return new(
                resource["triggers"],
                $"{resource.Name} has triggers: where one changes, its delete runs after its new create."
            );
        }
    }
}
