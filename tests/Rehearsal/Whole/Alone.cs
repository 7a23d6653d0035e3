namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>What measures time runs after all else and one by one: a busy machine loses traffic by itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
