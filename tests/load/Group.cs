using System.Globalization;
using BgpLb.Graph;

namespace BgpLb.Load;

/// <summary>A component with objects the size of an address pool; each tenth refers to the first one's output.</summary>
internal sealed class Group : ComponentResource
{
    public const int Size = 100;

    public Group(ResourceGraph graph, int number, int size)
        : base(graph, "bgplb:load:Group", string.Create(CultureInfo.InvariantCulture, $"group-{number}"))
    {
        CustomResource? first = null;
        for (var at = 0; at < size; at++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"pool-{number}-{at}");
            Value label = first is not null && at % 10 == 0 ? first["id"] : "first";
            var made = new CustomResource(
                this,
                "kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool",
                name,
                Inputs(name, label),
                new() { Version = "4.32.0" },
                "load"
            );
            first ??= made;
        }

        Outputs = Fields.Of(("size", size));
    }

    private static new Fields Inputs(string name, Value label) =>
        Fields.Of(
            ("apiVersion", "cilium.io/v2"),
            ("kind", "CiliumLoadBalancerIPPool"),
            ("metadata", Fields.Of(("name", name), ("labels", Fields.Of(("first", label))))),
            (
                "spec",
                Fields.Of(
                    ("blocks", Items.Of(Fields.Of(("start", "172.29.52.100"), ("stop", "172.29.52.199")))),
                    ("disabled", false)
                )
            )
        );
}
