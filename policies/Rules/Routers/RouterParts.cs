using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>A router that the stack changes: the component, what it runs, and who confirms it.</summary>
/// <param name="Change">The component <c>bgplb:index:RouterChange</c>.</param>
/// <param name="Commands">What changes the router.</param>
/// <param name="Confirmations">The components <c>bgplb:index:RouterConfirmation</c> of the same router.</param>
internal sealed record RouterParts(
    StackResource Change,
    IReadOnlyList<StackResource> Commands,
    IReadOnlyList<RouterConfirmationParts> Confirmations
)
{
    /// <summary>Every router that is changed; not those that are gone for good and left as they are.</summary>
    public static IEnumerable<RouterParts> Of(StackView stack)
    {
        var commands = stack.Resources.Where(Routers.Commands.IsCommand).ToLookup(command => command.Parent);
        var confirmations = stack
            .OfType("bgplb:index:RouterConfirmation")
            .ToLookup(one => one.Name, StringComparer.Ordinal);
        return from change in stack.OfType("bgplb:index:RouterChange")
            where !change["retain"].Exists
            select new RouterParts(
                change,
                [.. commands[change.Urn]],
                [.. confirmations[change.Name].Select(one => new RouterConfirmationParts(one, [.. commands[one.Urn]]))]
            );
    }
}

/// <param name="Commands">What waits for the sessions.</param>
internal sealed record RouterConfirmationParts(StackResource Confirmation, IReadOnlyList<StackResource> Commands);
