using BgpLb.Graph;

namespace BgpLb.Routers;

/// <summary>What a <c>command:remote:Command</c> sends to a router.</summary>
/// <param name="Create">The command line, constant and without secrets; it serves updates too, as it repairs what it finds.</param>
/// <param name="Delete">
/// The command line of the removal, null for none. It runs with the standard input of the state before, so the
/// difference between both stands in the command line.
/// </param>
/// <param name="Stdin">The script itself, with the password within; secret where that is.</param>
public sealed record RouterScript(string Create, string? Delete, Value Stdin);
