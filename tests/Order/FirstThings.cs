using Xunit.Abstractions;

[assembly: TestCollectionOrderer("BgpLb.Tests.Order.FirstThings", "BgpLb.Tests")]

namespace BgpLb.Tests.Order;

/// <summary>
/// Classes with the trait <c>Starts=First</c> begin before the others: they wait for minutes, and the end of a run would
/// be one of them, with nothing beside it.
/// </summary>
public sealed class FirstThings : ITestCollectionOrderer
{
    private const string Prefix = "Test collection for ";

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => IsFirst(collection.DisplayName) ? 0 : 1);

    /// <param name="collection">As xunit names that of a class: "Test collection for NAME (id: …)".</param>
    internal static bool IsFirst(string collection) =>
        collection.StartsWith(Prefix, StringComparison.Ordinal)
        && typeof(FirstThings).Assembly.GetType(collection[Prefix.Length..].Split(' ')[0]) is { } type
        && type.CustomAttributes.Any(attribute =>
            attribute.AttributeType == typeof(TraitAttribute)
            && attribute.ConstructorArguments.Select(argument => argument.Value).SequenceEqual(["Starts", "First"])
        );
}
