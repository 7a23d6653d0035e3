using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Stacks;
using BgpLb.Stacks.Plan;
using BgpLb.Stacks.Render;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class SecretTests
{
    private const string Marker = "MARKER";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void No_output_holds_a_secret(string stack)
    {
        var planned = WithMarkers(stack);
        Assert.Contains(Marker, ClearTextOf(planned), StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, PlanText.Of(planned, width: null, hasColour: false), StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, PlanJson.Of(planned), StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, PlanMermaid.Of(planned), StringComparison.Ordinal);
        Assert.All(
            Rendering.Of(planned),
            file => Assert.DoesNotContain(Marker, file.Content + file.Path, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_generated_password_is_no_object_among_the_files()
    {
        var files = Rendering.Of(WithMarkers("dev"));
        Assert.All(files, file => Assert.DoesNotContain("kind: Secret\n", file.Content, StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Path == "kubernetes/password.yaml");
    }

    private static PlannedStack WithMarkers(string stack)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);
        var settings = Assert.IsType<StackSettings>(reading.Settings);
        var design = Designer.Design(reading.Project, stack, settings).Design;
        var secret = new Secret(new Text(Marker));
        var keys = settings.Secrets.SshKeys.AddRange(settings.Routers.Select(r => KeyValuePair.Create(r.Name, secret)));
        return PlannedStack.Of(design!, new(secret, secret, keys, settings.Secrets.ApiKeys));
    }

    /// <summary>All inputs with secrets in clear, so that the test cannot pass for want of a secret.</summary>
    private static string ClearTextOf(PlannedStack planned) =>
        string.Concat(planned.Graph.Resources.Select(resource => ClearTextOf(resource.Inputs)));

    private static string ClearTextOf(Value value) =>
        value switch
        {
            Text text => text.Content,
            Secret secret => ClearTextOf(secret.Inner),
            Joined joined => string.Concat(joined.Parts.Select(ClearTextOf)),
            Items items => string.Concat(items.Elements.Select(ClearTextOf)),
            Fields fields => string.Concat(fields.Entries.Select(entry => ClearTextOf(entry.Value))),
            _ => "",
        };
}
