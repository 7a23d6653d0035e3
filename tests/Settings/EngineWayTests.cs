using System.Text;
using System.Text.Json;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Tests.Settings;

/// <summary>However the configuration arrives, it means the same.</summary>
public sealed class EngineWayTests
{
    private const string External =
        "  bgplb:bgpPassword: { secure: v1:abc }\n  bgplb:sshKeys: { udm-pro: { secure: v1:def } }";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dev_is_the_same_stack_from_the_engine_and_from_its_file(bool numbersAsTexts) =>
        Assert.Equal(
            Canonical(StackText.Dev.Read()),
            Canonical(EngineForm.Read(EngineForm.Of(StackText.Dev, numbersAsTexts)))
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Prod_is_the_same_stack_from_the_engine_and_from_its_file(bool numbersAsTexts) =>
        Assert.Equal(
            Canonical(StackText.Prod.And(External).Read()),
            Canonical(
                EngineForm.Read(
                    EngineForm
                        .Of(StackText.Prod, numbersAsTexts)
                        .With("bgpPassword", "hunter22")
                        .With("sshKeys", """{"udm-pro":"a key"}"""),
                    "bgplb:bgpPassword",
                    "bgplb:sshKeys"
                )
            )
        );

    [Fact]
    public void A_default_of_the_project_file_counts_in_both_ways()
    {
        // As the engine merges it.
        var merged = EngineForm.Of(StackText.Dev).With("objectives", "{}").With("protect", "false");
        using var folder = new StackFolder(StackText.Dev.With(Objectives, ""));

        Assert.Equal(Canonical(SettingsReading.FromFiles(folder.Path, "dev")), Canonical(EngineForm.Read(merged)));
    }

    [Fact]
    public void A_default_in_the_project_file_is_read_offline_too()
    {
        using var folder = new StackFolder(StackText.Dev);
        folder.Write("Pulumi.yaml", StackFolder.Project.Replace("default: false", "default: true"));

        Assert.True(SettingsReading.FromFiles(folder.Path, "dev").Settings?.Protect);
    }

    [Theory]
    [InlineData("bgpPassword", "12345678")]
    [InlineData("kubeconfig", """{"apiVersion":"v1"}""")]
    public void A_secret_text_stays_a_text_whatever_it_looks_like(string key, string text)
    {
        var form = EngineForm.Of(StackText.Prod).With("bgpPassword", "hunter22").With(key, text);
        var secrets = EngineForm.Read(form, "bgplb:bgpPassword", "bgplb:kubeconfig").Settings!.Secrets;

        Assert.Equal(new Text(text), (key == "kubeconfig" ? secrets.Kubeconfig : secrets.BgpPassword)!.Inner);
    }

    [Fact]
    public void Keys_of_other_projects_are_left_alone() =>
        Assert.NotNull(
            EngineForm
                .Read(
                    EngineForm.Of(StackText.Dev) is var form
                        ? form with
                        {
                            Config = new Dictionary<string, string>(form.Config, StringComparer.Ordinal)
                            {
                                ["kubernetes:context"] = "x",
                                ["bgplbx:cluster"] = "y",
                            },
                        }
                        : form
                )
                .Settings
        );

    [Theory]
    [InlineData("pools", "10.10.50.10", "pools: found \"10.10.50.10\"; allowed: a list: an object")]
    [InlineData("cluster", "[1]", "cluster: found a list; allowed: an object")]
    [InlineData("protect", "yes", "protect: found \"yes\"; allowed: true or false")]
    [InlineData("clutser", "{}", "clutser: found an unknown key; allowed: \"cluster\" is the nearest known one")]
    [InlineData("bgp", """{"holdTime":"\ud800"}""", "bgp: found \"{\"holdTime\":\"\\ud800\"}\"; allowed: an object")]
    public void What_does_not_fit_is_refused_with_its_path(string key, string value, string message) =>
        Assert.Equal(
            message,
            $"{Assert.Single(EngineForm.Read(EngineForm.Of(StackText.Dev).With(key, value)).Problems)}"
        );

    private static string Objectives { get; } =
        StackText.Dev.Yaml[StackText.Dev.Yaml.IndexOf("  bgplb:objectives", StringComparison.Ordinal)..];

    /// <summary>All that follows from the settings, as one text.</summary>
    private static string Canonical(SettingsReading reading)
    {
        Assert.Empty(reading.Problems.Select(problem => $"{problem}"));
        var design = Designer.Design(reading).Design!;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var resource in StackGraph.Build(design, reading.Settings!.Secrets).Resources)
            {
                json.WriteStringValue(resource.Urn);
                GraphJson.Write(json, resource.Inputs);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
