using BgpLb.Graph;
using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;
using BgpLb.Tests.Policies.Pack;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies;

public sealed class DiscretionTests
{
    [Theory]
    [InlineData("hidden", "It is (a secret).")]
    [InlineData("hide!", "It is (a secret).")]
    [InlineData("root", "It is root.")]
    [InlineData(64512, "It is (a secret).")]
    [InlineData(6451, "It is 6451.")]
    public void What_a_careless_rule_quotes_of_a_secret_is_taken_out(object secret, string message)
    {
        Value value = secret is string text ? new Text(text) : new Number((int)secret);
        var quote = MadeRules.Each("quotes", thing => Quote(thing, $"It is {secret}."));

        Assert.Equal(message, Judge(quote, ("a", Items.Of(Fields.Of(("b", value)).AsSecret()))));
    }

    [Fact]
    public void So_are_its_other_forms()
    {
        var quote = MadeRules.Each("quotes", thing => Quote(thing, "aGlkZGVuIHdvcmQ= or hidden word"));

        Assert.Equal("(a secret) or (a secret)", Judge(quote, ("a", new Text("hidden word").AsSecret())));
        Assert.Equal("(a secret) or (a secret)", Judge(quote, ("a", new Text("aGlkZGVuIHdvcmQ=").AsSecret())));
    }

    [Fact]
    public void The_longer_of_two_secrets_goes_first()
    {
        var quote = MadeRules.Each("quotes", thing => Quote(thing, "hidden-longer, hidden"));

        Assert.Equal("(a secret), (a secret)", Judge(quote, ("a", Items.Of("hidden", "hidden-longer").AsSecret())));
    }

    [Fact]
    public void What_stands_in_the_open_too_is_shown()
    {
        var quote = MadeRules.Each("quotes", thing => Quote(thing, "172.29.51.1 of thing-with-a-name, named object"));

        Assert.Equal(
            "172.29.51.1 of thing-with-a-name, named object",
            Judge(
                quote,
                ("a", Items.Of("172.29.51.1", "thing-with-a-name", "named object").AsSecret()),
                ("addresses", Items.Of("172.29.51.1")),
                ("metadata", Fields.Of(("name", new Text("named object").AsSecret())).AsSecret())
            )
        );
    }

    [Fact]
    public void Remedies_and_reasons_are_kept_clean_too()
    {
        var rule = MadeRules.Whole("quotes", stack => Doubt(stack.Resources[0]));
        var verdict = Judging.Judge(Stack(("a", new Text("hidden").AsSecret())), Levels.Default, [rule]);

        Assert.Equal("Change (a secret).", Assert.Single(verdict.Findings).Remedy);
        Assert.Equal("(a secret) is not known", Assert.Single(verdict.Undecided).Reason);
    }

    private static IEnumerable<Violation> Quote(StackResource thing, string message) => [new(thing.Root, message)];

    private static IEnumerable<Violation> Doubt(StackResource thing)
    {
        yield return new(thing.Root, "Wrong.", "Change hidden.");
        throw new NotKnownYetException("hidden is not known");
    }

    private static StackView Stack(params (string, Value?)[] inputs) =>
        new StackView("p", "s", []).And("test:index:Thing", "thing-with-a-name", Fields.Of(inputs));

    private static string Judge(Rule rule, params (string, Value?)[] inputs)
    {
        var stack = Stack(inputs);
        var whole = Assert.Single(Judging.Judge(stack, Levels.Default, [rule]).Findings).Message;
        Assert.Equal(whole, Assert.Single(Judging.Judge(stack.Resources[0], Levels.Default, [rule]).Findings).Message);
        return whole;
    }
}
