namespace BgpLb.Policies.Rules;

/// <summary>
/// A rule has ended in a way that it was not written for: neither a pass nor a violation. The message names the rule and
/// the resource, and never what the exception below it says, which may quote a secret.
/// </summary>
internal sealed class RuleFailedException(Rule rule, string? urn, Exception cause)
    : Exception(
        $"The rule {rule.Name} failed on {urn ?? "the stack"}: {cause.GetType().Name}. This is a defect of the rule.",
        cause
    );
