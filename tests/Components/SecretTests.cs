using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>Secrets are where a provider needs them, marked as secrets, and nowhere else.</summary>
public sealed class SecretTests
{
    private const string Mark = "TOP-SECRET";

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void No_secret_stands_in_clear(string stack)
    {
        var graph = Build(stack);

        Assert.All(graph.Resources, resource => Assert.DoesNotContain(ClearTexts(resource.Inputs), IsMarked));
        Assert.DoesNotContain(ClearTexts(graph.Outputs), IsMarked);
        Assert.All(graph.Lines(), line => Assert.DoesNotContain(Mark, line, StringComparison.Ordinal));
        Assert.All(
            graph.Resources,
            resource => Assert.DoesNotContain(Mark, resource.Purpose, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        Shipped.Dev,
        "command:remote:Command.connection",
        "command:remote:Command.stdin",
        "kubernetes:core/v1:Secret.stringData",
        "pulumi:providers:kubernetes.kubeconfig"
    )]
    [InlineData(
        Shipped.Prod,
        "command:remote:Command.connection",
        "command:remote:Command.stdin",
        "pulumi:providers:kubernetes.kubeconfig"
    )]
    public void Secrets_go_to_these_inputs_only(string stack, params string[] places)
    {
        var found =
            from resource in Build(stack).Resources
            from input in resource.Inputs.Entries
            where HoldsSecret(input.Value)
            select $"{resource.Type}.{input.Name}";

        Expect.Same(places, found.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_generated_password_is_secret_to_the_engine_and_goes_to_both_ends()
    {
        var graph = Build(Shipped.Dev);
        var password = graph.Custom("random:index/randomPassword:RandomPassword").Single();

        var users =
            from resource in graph.Resources
            from input in resource.Inputs.Entries
            where Dependencies.OutputsIn(input.Value).Contains(password["result"])
            select $"{resource.Name}.{input.Name} {input.Value is Secret}";

        Assert.True(password.Options.AdditionalSecretOutputs.AsSpan().Contains("result"));
        Expect.Same(
            ["bgplb-password.stringData True", "gateway-change.stdin True", "gateway-confirmation.stdin True"],
            users
        );
    }

    [Fact]
    public void A_password_from_a_store_is_neither_generated_nor_handed_to_the_cluster()
    {
        var graph = Build(Shipped.Prod);

        Assert.Empty(graph.Custom("random:index/randomPassword:RandomPassword"));
        Assert.Empty(graph.Custom("kubernetes:core/v1:Secret"));
        Assert.Single(graph.Custom("kubernetes:external-secrets.io/v1:ExternalSecret"));
        Assert.All(
            graph.Custom("command:remote:Command"),
            command => Assert.Contains($"{Mark} password", ClearJson.Of(command.Inputs["stdin"]!)!.ToString())
        );
    }

    private static ResourceGraph Build(string stack)
    {
        var settings = Shipped.Settings(stack);
        var keys = settings.Routers.ToImmutableSortedDictionary(
            router => router.Name,
            _ => Marked("key"),
            StringComparer.Ordinal
        );
        var password = stack == Shipped.Prod ? Marked("password") : null;
        return Shipped.Graph(
            stack,
            settings with
            {
                Secrets = new(password, Marked("kubeconfig"), keys, ImmutableSortedDictionary<string, Secret>.Empty),
            }
        );
    }

    private static Secret Marked(string what) => new(new Text($"{Mark} {what}"));

    private static bool IsMarked(string text) => text.Contains(Mark, StringComparison.Ordinal);

    private static bool HoldsSecret(Value value) =>
        value switch
        {
            Secret => true,
            Fields fields => fields.Entries.Any(entry => HoldsSecret(entry.Value)),
            Items items => items.Elements.Any(HoldsSecret),
            Joined joined => joined.Parts.Any(HoldsSecret),
            _ => false,
        };

    private static IEnumerable<string> ClearTexts(Value value) =>
        value switch
        {
            Text text => [text.Content],
            Fields fields => fields.Entries.SelectMany(entry => ClearTexts(entry.Value).Prepend(entry.Name)),
            Items items => items.Elements.SelectMany(ClearTexts),
            Joined joined => joined.Parts.SelectMany(ClearTexts),
            _ => [],
        };
}
