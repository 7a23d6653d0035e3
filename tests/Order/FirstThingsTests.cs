using BgpLb.Tests.Rehearsal.Whole;
using Xunit.Sdk;

namespace BgpLb.Tests.Order;

public sealed class FirstThingsTests
{
    [Theory]
    [InlineData(typeof(DevWithCiliumTests), true)]
    [InlineData(typeof(FirstThingsTests), false)]
    public void A_class_that_starts_first_is_found_by_its_collection(Type type, bool isFirst)
    {
        // Whatever this version of xunit names it.
        var assembly = new TestAssembly(Reflector.Wrap(type.Assembly));
        var sink = new NullMessageSink();
        var collection = new CollectionPerClassTestCollectionFactory(assembly, sink).Get(Reflector.Wrap(type));

        Assert.Equal(isFirst, FirstThings.IsFirst(collection.DisplayName));
    }

    [Fact]
    public void What_starts_first_comes_first_and_nothing_is_lost()
    {
        var assembly = new TestAssembly(Reflector.Wrap(typeof(FirstThings).Assembly));
        var sink = new NullMessageSink();
        var factory = new CollectionPerClassTestCollectionFactory(assembly, sink);
        Type[] types = [typeof(FirstThingsTests), typeof(DevWithCiliumTests), typeof(ProdWithCiliumTests)];
        var collections = types.Select(type => factory.Get(Reflector.Wrap(type))).ToArray();

        Assert.Equal(
            [collections[1], collections[2], collections[0]],
            new FirstThings().OrderTestCollections(collections)
        );
    }
}
