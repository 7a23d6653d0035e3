using BgpLb.Graph;

namespace BgpLb.Routers;

/// <summary>What a <c>command:local:Command</c> has the program do, on the machine that runs Pulumi.</summary>
/// <param name="Verb">The program's verb.</param>
/// <param name="Create">The word after the verb, constant and without secrets; it serves updates too.</param>
/// <param name="Delete">The word for the removal, null for none. It runs with the standard input of the state before.</param>
/// <param name="Stdin">What to do it with, as JSON; secret where a part of it is.</param>
public sealed record LocalScript(string Verb, string Create, string? Delete, Value Stdin);
