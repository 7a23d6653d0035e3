using System.CommandLine;
using BgpLb.Routers.Unifi;

namespace BgpLb.Stacks.Unifi;

/// <summary>What Pulumi's local commands start for a UniFi gateway that is reached over its API.</summary>
internal static class UnifiApiVerb
{
    public static Command Create(Surroundings here) =>
        new(
            UnifiRun.Verb,
            "For Pulumi, not for people: write, compare or take away the BGP document of a UniFi gateway, as standard input says."
        )
        {
            Mode(here, "apply", UnifiMode.Apply, "Send the document where the gateway has another one."),
            Mode(here, "confirm", UnifiMode.Confirm, "Fail where the gateway has another document."),
            Mode(here, "remove", UnifiMode.Remove, "Take the document away, if it is this stack's."),
        };

    private static Command Mode(Surroundings here, string name, UnifiMode mode, string description)
    {
        var command = new Command(name, description);
        command.SetAction(_ =>
            UnifiRun
                .RunAsync(mode, here.Input().ReadToEnd(), here.Output, here.Error, UnifiRun.Pause)
                .GetAwaiter()
                .GetResult()
        );
        return command;
    }
}
