using System.Collections.Immutable;
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
        Assert.Equal(new Text("bash -s -- apply"), commands[0].Inputs["create"]);
        Assert.Equal(new Text("bash -s -- remove"), commands[0].Inputs["delete"]);
        Assert.Equal(new Text("bash -s -- confirm"), commands[1].Inputs["create"]);
        Assert.Null(commands[1].Inputs["delete"]);
        Assert.All(
            commands,
            command =>
            {
                Assert.Equal(Packages.Command, command.Options.Version);
                Assert.Equal(new Text("none"), command.Inputs["logging"]);
                Assert.Equal(new Flag(IsSet: false), command.Inputs["addPreviousOutputInEnv"]);
                Assert.All(
                    ["environment", "interpreter", "triggers", "update"],
                    name => Assert.Null(command.Inputs[name])
                );
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
                Assert.Contains($"API_KEY='{Key}'", stdin);
                Assert.Contains("password TOP-SECRET-password\n", stdin);
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

    private static ResourceGraph Graph(bool protect = false, bool isGone = false)
    {
        var settings = Shipped.Settings(Shipped.Prod);
        var router = settings.Routers[0] with
        {
            Retain = isGone,
            Access = new ApiSettings(new("https://172.29.51.1"), "default", Pin: null),
        };
        var keys = ImmutableSortedDictionary<string, Secret>.Empty.Add(router.Name, new(new Text(Key)));
        return Shipped.Graph(
            Shipped.Prod,
            settings with
            {
                Protect = protect,
                Routers = [router],
                // Nobody can tell this gateway's kernel to probe its neighbours.
                Objectives = new(new(null, null, null, null, null, null)),
                Secrets = settings.Secrets with { BgpPassword = new(new Text("TOP-SECRET-password")), ApiKeys = keys },
            }
        );
    }
}
