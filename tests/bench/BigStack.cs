using System.Text;

namespace BgpLb.Bench;

/// <summary>A project with one stack of 500 nodes in 20 groups, 20 routers of both kinds and 1,000 pools.</summary>
internal static class BigStack
{
    public const string Name = "big";

    private const int Groups = 20;
    private const int Pools = 1000;

    private const string HostKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL8wyjWt4hU1nM157d1kbKGsxw/4yUlmZ/q8zpJams20";

    /// <summary>Writes it to a new folder, and returns that.</summary>
    /// <param name="project">The file of a project of the same settings.</param>
    public static string Write(string project)
    {
        var folder = Directory.CreateTempSubdirectory("bgplb-bench-").FullName;
        File.Copy(project, Path.Combine(folder, "Pulumi.yaml"));
        File.WriteAllText(Path.Combine(folder, $"Pulumi.{Name}.yaml"), Text());
        return folder;
    }

    private static string Text()
    {
        var text = new StringBuilder(
            """
            config:
              bgplb:cilium: { version: 1.20.2, routingMode: tunnel }
              bgplb:vipSubnets: [10.10.0.0/16]
              bgplb:cluster:
                name: big
                distribution: talos
                asn: 64513
                podCidrs: [10.52.0.0/16]
                serviceCidrs: [10.53.0.0/16]
                nodeGroups:

            """
        );
        for (var i = 0; i < Groups; i++)
        {
            text.Append($"    - {{ name: g{i}, labels: {{ bgplb/node-group: g{i} }}, subnets: [10.{100 + i}.0.0/24], ")
                .AppendLine($"gateways: [{Address(i, 0)}], count: 25 }}");
        }

        text.AppendLine("  bgplb:pools:");
        for (var i = 0; i < Pools; i++)
        {
            var (third, fourth) = (i * 8 / 256, i * 8 % 256);
            text.Append($"    - {{ name: p{i}, {(i == 0 ? "general: true" : $"request: p{i}")}, ")
                .AppendLine($"addresses: [10.10.{third}.{fourth}-10.10.{third}.{fourth + 7}] }}");
        }

        text.AppendLine("  bgplb:routers:");
        for (var i = 0; i < Groups; i++)
        {
            var addresses = string.Join(", ", Enumerable.Range(0, Groups).Select(group => Address(group, i)));
            text.Append($"    - {{ name: r{i}, {(i % 2 == 0 ? "dialect: frr" : "dialect: vyos, version: \"1.4\"")}, ")
                .Append($"asn: 64512, routerId: {Address(i, i)}, addresses: [{addresses}], maximumPaths: 256, ")
                .AppendLine($"ssh: {{ host: {Address(i, i)}, user: root, hostKey: {HostKey} }} }}");
        }

        return text.ToString();
    }

    /// <summary>A router's address in the subnet of a group.</summary>
    private static string Address(int group, int router) => $"10.{100 + group}.0.{router + 1}";
}
