using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Routers;

namespace BgpLb.Components;

/// <summary>
/// A verb of this program, on the machine that runs Pulumi, without a shell: Windows has another one. For its secrets the
/// same holds as for <see cref="RemoteCommand"/>.
/// </summary>
internal static class LocalCommand
{
    /// <summary>The input that says how the program is started.</summary>
    public const string Interpreter = "interpreter";

    private static readonly ImmutableArray<string> EveryInput =
    [
        "addPreviousOutputInEnv",
        "archivePaths",
        "assetPaths",
        "create",
        "delete",
        "dir",
        "environment",
        Interpreter,
        "logging",
        "stdin",
        "triggers",
        "update",
    ];

    public static CustomResource Of(
        ComponentResource parent,
        string name,
        LocalScript script,
        ProgramStart start,
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
                // The command becomes its last word.
                (Interpreter, Items.Of([.. start.Words.Select(word => (Value)word), script.Verb])),
                ("logging", "none"),
                ("stdin", script.Stdin.AsSecret())
            ),
            options.With(onRemoval, EveryInput),
            purpose
        );
    }
}
