using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Policies.Pack;
using Google.Protobuf.WellKnownTypes;
using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace BgpLb.Tests.Policies.Pack;

public sealed class ValueReaderTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";

    [Fact]
    public void Plain_values_stay_what_they_are()
    {
        Assert.Equal(new Text("a"), Read("\"a\""));
        Assert.Equal(new Number(1.5), Read("1.5"));
        Assert.Equal(new Flag(true), Read("true"));
        Assert.Equal(new Nothing(), Read("null"));
        Assert.Equal(["1", "x"], ((Items)Read("[\"1\", \"x\"]")).Elements.Select(one => ((Text)one).Content));
        Assert.Equal(["a", "b"], ((Fields)Read("""{ "b": 1, "a": 2 }""")).Entries.Select(entry => entry.Name));
        Assert.Empty(ValueReader.Read((Struct?)null).Entries);
    }

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Every_kind_of_unknown_value_is_unknown(string sent) => Assert.Equal(new Unknown(), Read($"\"{sent}\""));

    [Fact]
    public void A_secret_stays_one_wherever_it_stands()
    {
        var secret = $$"""{ "{{Signature}}": "1b47061264138c4ac30d75fd1eb44270", "value": "hidden" }""";

        Assert.Equal(new Secret(new Text("hidden")), Read(secret));
        Assert.Equal(new Secret(new Text("hidden")), ((Items)Read($"[{secret}]")).Elements[0]);
        Assert.Equal(
            new Secret(new Text("hidden")),
            Read($$"""{ "{{Signature}}": "1b47061264138c4ac30d75fd1eb44270", "value": {{secret}} }""")
        );
    }

    [Theory]
    [InlineData("\"value\": \"known\"", "known", false)]
    [InlineData("\"value\": \"known\", \"secret\": true", "known", true)]
    [InlineData("\"value\": \"known\", \"secret\": false", "known", false)]
    [InlineData("\"dependencies\": [\"urn\"]", null, false)]
    [InlineData("\"secret\": true", null, true)]
    public void An_output_is_what_it_holds(string content, string? known, bool isSecret)
    {
        BgpLb.Graph.Value inner = known is null ? new Unknown() : new Text(known);

        Assert.Equal(
            isSecret ? inner.AsSecret() : inner,
            Read($$"""{ "{{Signature}}": "d0e6a833031e9bbcd3f4e8bde6ca49a4", {{content}} }""")
        );
    }

    [Fact]
    public void A_reference_to_a_resource_is_its_URN() =>
        Assert.Equal(
            new Text("urn:pulumi:dev::p::t::n"),
            Read(
                $$"""{ "{{Signature}}": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "urn:pulumi:dev::p::t::n", "id": "7" }"""
            )
        );

    [Fact]
    public void What_else_is_signed_stays_an_object() =>
        Assert.Equal(
            new Text("content"),
            ((Fields)Read($$"""{ "{{Signature}}": "c44067f5952c0a294b673a41bacd8c17", "text": "content" }"""))["text"]
        );

    private static BgpLb.Graph.Value Read(string json) => ValueReader.Read(WireValue.Parser.ParseJson(json));
}
