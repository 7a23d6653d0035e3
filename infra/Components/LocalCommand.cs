using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Routers;

namespace BgpLb.Components;

/// <summary>A script that runs on the machine that runs Pulumi. For its secrets the same holds as for <see cref="RemoteCommand"/>.</summary>
internal static class LocalCommand
{
    private static readonly ImmutableArray<string> EveryInput =
    [
        "addPreviousOutputInEnv",
        "archivePaths",
        "assetPaths",
        "create",
        "delete",
        "dir",
        "environment",
        "interpreter",
        "logging",
        "stdin",
        "triggers",
        "update",
    ];

    public static CustomResource Of(
        ComponentResource parent,
        string name,
        RouterScript script,
        ImmutableArray<Resource> after,
        OnRemoval onRemoval,
        string purpose
    )
    {
        var options = new ResourceOptions
        {
            Version = Packages.Command,
            DependsOn = after,
            ReplaceOnChanges = ["triggers[*]"],
        };
        return new(
            parent,
            "command:local:Command",
            name,
            Fields.Of(
                ("addPreviousOutputInEnv", false),
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
