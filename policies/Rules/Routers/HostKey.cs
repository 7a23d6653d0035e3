using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>Whoever answers on the router's address has to prove that it is the router.</summary>
internal static class HostKey
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "host-key",
            Demand = "Every command that runs over SSH knows the key of the host it runs on.",
            Why =
                "Without it nobody checks who answers: whoever takes the router's address gets the session's password.",
            Remedy = "Set routers[].ssh.hostKey to what ssh-keyscan prints, compared on the router's console.",
            Wrong = "connection: { host: 172.29.51.1, user: root }",
            Right = "connection: { host: 172.29.51.1, user: root, hostKey: ssh-ed25519 AAAA… }",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource)
    {
        if (resource.Type.StartsWith("command:remote:", StringComparison.Ordinal))
        {
            var connection = resource["connection"];
            if (connection["hostKey"].Text is null or "")
            {
                yield return new(connection, $"{resource.Name} connects to a host whose key it does not know.");
            }
        }
    }
}
