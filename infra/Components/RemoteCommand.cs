using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Routers;

namespace BgpLb.Components;

/// <summary>A script that runs on a router over SSH.</summary>
internal static class RemoteCommand
{
    private static readonly ImmutableArray<string> EveryInput =
    [
        "addPreviousOutputInEnv",
        "connection",
        "create",
        "delete",
        "environment",
        "logging",
        "stdin",
        "triggers",
        "update",
    ];

    /// <summary>
    /// Secrets go to standard input only: command lines stand in process lists and in error messages. No triggers,
    /// which would replace the command and so run its deletion after its creation.
    /// </summary>
    public static CustomResource Of(
        ComponentResource parent,
        string name,
        RouterScript script,
        Value connection,
        ImmutableArray<Resource> after,
        OnRemoval onRemoval,
        string purpose
    )
    {
        var options = new ResourceOptions
        {
            Version = Packages.Command,
            DependsOn = after,
            AdditionalSecretOutputs = ["connection"],
            ReplaceOnChanges = ["triggers[*]"],
        };
        return new(
            parent,
            "command:remote:Command",
            name,
            Fields.Of(
                ("addPreviousOutputInEnv", false),
                ("connection", connection),
                ("create", script.Create),
                ("delete", script.Delete),
                ("logging", "none"),
                ("stdin", script.Stdin.AsSecret())
            ),
            options.With(onRemoval, EveryInput),
            purpose
        );
    }
}
