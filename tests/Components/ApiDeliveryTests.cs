using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>A gateway that is reached over its API: the commands run where Pulumi runs.</summary>
public sealed class ApiDeliveryTests
{
    private const string Key = "TOP-SECRET-key";

    [Fact]
    public void Both_commands_are_local_and_their_command_lines_constant()
    {
        var commands = Commands();

        Assert.Equal(["udm-pro-change", "udm-pro-confirmation"], commands.Select(command => command.Name));
        Assert.Equal(new Text("apply"), commands[0].Inputs["create"]);
        Assert.Equal(new Text("remove"), commands[0].Inputs["delete"]);
        Assert.Equal(new Text("confirm"), commands[1].Inputs["create"]);
        Assert.Null(commands[1].Inputs["delete"]);
        Assert.All(
            commands,
            command =>
            {
                Assert.Equal(Packages.Command, command.Options.Version);
                Assert.Equal(new Text("none"), command.Inputs["logging"]);
                Assert.Equal(new Flag(IsSet: false), command.Inputs["addPreviousOutputInEnv"]);
                // No shell: Windows has another one than the rest. And no path of one machine.
                Assert.Equal(
                    ["dotnet", "run", "--no-build", "--", "unifi-api"],
                    Assert.IsType<Items>(command.Inputs["interpreter"]).Elements.Select(word => ((Text)word).Content)
                );
                Assert.All(["dir", "environment", "triggers", "update"], name => Assert.Null(command.Inputs[name]));
            }
        );
        Assert.Empty(Graph().Custom("command:remote:Command"));
    }

    [Fact]
    public void The_key_and_the_password_are_secrets_in_standard_input_only()
    {
        var graph = Graph();

        Assert.All(
            Commands(),
            command =>
            {
                Assert.IsType<Secret>(command.Inputs["stdin"]);
                var stdin = $"{ClearJson.Of(command.Inputs["stdin"]!)}";
                var order = JsonNode.Parse(stdin)!;
                Assert.Equal(Key, (string?)order["apiKey"]);
                Assert.Contains("password TOP-SECRET-password\n", (string?)order["document"]);
            }
        );
        Assert.All(graph.Lines(), line => Assert.DoesNotContain("TOP-SECRET", line));
    }

    [Fact]
    public void A_preview_says_that_the_whole_document_is_the_stack_s_and_that_nobody_watches()
    {
        var graph = Graph();

        Assert.Equal(
            new Text(
                "all of the BGP document of site default: a document of somebody else is refused, and each change restarts "
                    + "every session; no revert timer on the router, nobody there watches the sessions"
            ),
            graph.Components<RouterChange>().Single().Inputs["owns"]
        );
        Assert.Equal(
            new Text("no: over the API only the document is compared"),
            graph.Components<RouterConfirmation>().Single().Inputs["watched"]
        );
        Assert.Null(Shipped.Graph(Shipped.Prod).Components<RouterChange>().Single().Inputs["owns"]);
        Assert.Null(Shipped.Graph(Shipped.Prod).Components<RouterConfirmation>().Single().Inputs["watched"]);
    }

    [Fact]
    public void What_is_vouched_for_is_the_same_however_the_program_is_started()
    {
        var (source, file) = (Graph(), Graph(start: new(["../bgplb"])));

        Assert.Equal(
            ["../bgplb", "unifi-api"],
            ((Items)file.Custom("command:local:Command")[0].Inputs["interpreter"]!).Elements.Select(word =>
                ((Text)word).Content
            )
        );
        Assert.Equal(
            source.Components<RouterConfirmation>().Single().Inputs["digest"],
            file.Components<RouterConfirmation>().Single().Inputs["digest"]
        );
    }

    [Fact]
    public void Protection_and_a_gateway_s_end_are_as_over_SSH()
    {
        Assert.Equal(true, Commands(protect: true)[0].Options.Protect);

        var gone = Assert.Single(Commands(protect: true, isGone: true));

        Assert.Equal((false, true), (gone.Options.Protect, gone.Options.RetainOnDelete));
        Assert.Empty(gone.Inputs.Entries.Select(entry => entry.Name).Except(gone.Options.IgnoreChanges));
    }

    [Fact]
    public void The_cluster_moves_after_the_document_and_the_confirmation_comes_last()
    {
        var graph = Graph();
        var commands = graph.Custom("command:local:Command");

        Assert.All(graph.Objects(), moved => GraphView.ExpectBefore(moved, [commands[0]]));
        GraphView.ExpectBefore(commands[1], graph.Objects());
    }

    private static CustomResource[] Commands(bool protect = false, bool isGone = false) =>
        Graph(protect, isGone).Custom("command:local:Command");

    private static ResourceGraph Graph(bool protect = false, bool isGone = false, ProgramStart? start = null)
    {
        var settings = Shipped.Settings(Shipped.Prod);
        var router = settings.Routers[0] with
        {
            Retain = isGone,
            Access = new ApiSettings(new("https://172.29.51.1"), "default", Pin: null),
        };
        var keys = ImmutableSortedDictionary<string, Secret>.Empty.Add(router.Name, new(new Text(Key)));
        settings = settings with
        {
            Protect = protect,
            Routers = [router],
            // Nobody can tell this gateway's kernel to probe its neighbours.
            Objectives = new(new(null, null, null, null, null, null)),
            Secrets = settings.Secrets with { BgpPassword = new(new Text("TOP-SECRET-password")), ApiKeys = keys },
        };
        return StackGraph.Build(Shipped.Design(Shipped.Prod, settings), settings.Secrets, start: start);
    }
}
