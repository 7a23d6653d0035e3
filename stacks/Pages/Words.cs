using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Stacks.Pages;

/// <summary>Names as people write them.</summary>
internal static class Words
{
    public static string Of(Dialect dialect) =>
        dialect switch
        {
            Dialect.Vyos => "VyOS",
            Dialect.Unifi => "UniFi",
            _ => "FRR",
        };

    public static string Of(RouterDesign router) =>
        router.Version.Length > 0 ? $"{Of(router.Dialect)} {router.Version}" : Of(router.Dialect);

    public static string Of(Distribution distribution) =>
        distribution switch
        {
            Distribution.Talos => "Talos",
            Distribution.Harvester => "Harvester",
            _ => "generic Kubernetes",
        };

    public static string Of(Management management) =>
        management switch
        {
            Management.Install => "installed by the stack",
            Management.Adopt => "taken over by the stack",
            _ => "installed by somebody else",
        };

    public static string Of(Fault fault) =>
        fault switch
        {
            Fault.SpeakerKilled => "speaker killed",
            Fault.NodeDies => "node dies",
            Fault.AgentRestarts => "agent restarts",
            Fault.NodeDrained => "node drained",
            Fault.LinkLost => "link lost",
            _ => "router reboots",
        };

    public static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
