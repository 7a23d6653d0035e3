using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Recording;
using BgpLb.Tests.Settings;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Tests.Engine;

/// <summary>What the stack before this one runs comes from its outputs.</summary>
public sealed class StackReferenceTests
{
    private const string Reference = "organization/bgplb/test";

    private static StackText Late { get; } =
        StackText.Dev.And($"  bgplb:promotion: {{ after: test, reference: {Reference} }}");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_versions_stand_in_the_load_balancer_s_inputs(bool dryRun)
    {
        var versions = new Struct
        {
            Fields = { ["cilium"] = Google.Protobuf.WellKnownTypes.Value.ForString("1.20.1") },
        };

        var run = await RunAsync(
            new() { Fields = { ["versions"] = Google.Protobuf.WellKnownTypes.Value.ForStruct(versions) } },
            dryRun
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Printed));
        var promotion = run.Recorded["dev"].Request.Object.Fields["promotion"].StructValue;
        Assert.Equal("test", promotion.Fields["after"].StringValue);
        Assert.Equal(versions, promotion.Fields["earlier"].StructValue);
        var read = Assert.Single(run.Recorded.Reads);
        Assert.Equal((Reference, Reference, StackReference.Token), (read.Id, read.Name, read.Type));
        Assert.Equal(Reference, read.Properties.Fields["name"].StringValue);
        Assert.Equal(run.Recorded["bgplb-dev"].Answer.Urn, read.Parent);
        Assert.True(read.AcceptSecrets);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stack_that_has_put_out_nothing_runs_nothing(bool dryRun)
    {
        var run = await RunAsync(new(), dryRun);

        Assert.Equal(0, run.ExitCode);
        var promotion = run.Recorded["dev"].Request.Object.Fields["promotion"].StructValue;
        Assert.Empty(promotion.Fields["earlier"].StructValue.Fields);
    }

    [Fact]
    public async Task A_stack_that_does_not_exist_fails_the_update_by_its_name()
    {
        var run = await RunAsync(outputs: null);

        Assert.Equal(32, run.ExitCode);
        Assert.Contains(
            $"\"{Reference}\" could not be read: unknown stack",
            Assert.Single(run.Recorded.Logs).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_reference_nobody_is_asked()
    {
        var run = await TestRun.OfAsync(GraphOf(StackText.Dev.And("  bgplb:promotion: { after: test }")));

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Recorded.Reads);
        Assert.DoesNotContain(
            "earlier",
            run.Recorded["dev"].Request.Object.Fields["promotion"].StructValue.Fields.Keys
        );
    }

    [Fact]
    public void Offline_nobody_is_asked() =>
        Assert.DoesNotContain(
            StackGraph.Build(Late.IsAccepted(), Late.Read().Settings!.Secrets).Resources,
            resource => resource is StackReference
        );

    private static ResourceGraph GraphOf(StackText text) =>
        StackGraph.Build(text.IsAccepted(), text.Read().Settings!.Secrets, asksStacks: true);

    private static Task<TestRun> RunAsync(Struct? outputs, bool dryRun = false) =>
        TestRun.OfAsync(
            GraphOf(Late),
            new()
            {
                DryRun = dryRun,
                OtherStacks = outputs is null
                    ? new Dictionary<string, Struct>(StringComparer.Ordinal)
                    : new Dictionary<string, Struct>(StringComparer.Ordinal) { [Reference] = outputs },
            }
        );
}
