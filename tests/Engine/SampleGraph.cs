using BgpLb.Graph;

namespace BgpLb.Tests.Engine;

/// <summary>
/// A small load balancer with every kind of resource and value that the program registers. The official side's
/// <c>sample.js</c> makes the same with the official packages, written by hand.
/// </summary>
internal sealed class SampleGraph : ComponentResource
{
    public const string Project = "bgplb";
    public const string Stack = "sample";

    private SampleGraph(ResourceGraph graph)
        : base(graph, "bgplb:index:LoadBalancer", "home")
    {
        Inputs = Fields.Of(("peers", Items.Of("172.29.51.1", "fd47:25e1:2f96:51::1")), ("capacity", 100));
        var cluster = new CustomResource(
            this,
            "pulumi:providers:kubernetes",
            "cluster",
            Fields.Of(
                ("kubeconfig", ((Value)"kind: Config").AsSecret()),
                ("context", "home-ops"),
                ("enableServerSideApply", "true"),
                ("helmReleaseSettings", """{"suppressBetaWarning":true}""")
            ),
            new() { Version = "4.32.0" },
            "the cluster"
        );
        var password = new CustomResource(
            this,
            "random:index/randomPassword:RandomPassword",
            "password",
            Fields.Of(("length", 24), ("special", false)),
            new() { Version = "4.21.0", AdditionalSecretOutputs = ["bcryptHash", "result"] },
            "the BGP password"
        );
        var release = new SampleRelease(this, cluster);
        var router = new SampleRouter(this, password, release);
        var auth = new CustomResource(
            this,
            "kubernetes:core/v1:Secret",
            "auth",
            Fields.Of(
                ("apiVersion", "v1"),
                ("kind", "Secret"),
                ("metadata", Fields.Of(("name", "bgp-auth"), ("namespace", "kube-system"))),
                ("stringData", Fields.Of(("password", password["result"])).AsSecret()),
                ("type", "Opaque")
            ),
            new()
            {
                Version = "4.32.0",
                Provider = cluster,
                DependsOn = [router],
                AdditionalSecretOutputs = ["data", "stringData"],
            },
            "what Cilium reads"
        );
        var pool = new CustomResource(
            this,
            "kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool",
            "bgp-default",
            Fields.Of(
                ("apiVersion", "cilium.io/v2"),
                ("kind", "CiliumLoadBalancerIPPool"),
                ("metadata", Fields.Of(("name", "bgp-default"), ("annotations", Note(auth)))),
                ("spec", Fields.Of(("disabled", false), ("blocks", Items.Of(Fields.Of(("cidr", "172.29.52.0/24"))))))
            ),
            new()
            {
                Version = "4.32.0",
                Provider = cluster,
                DependsOn = [release.Release, auth],
                RetainOnDelete = false,
            },
            "addresses"
        );
        Outputs = Fields.Of(("pool", pool["id"]), ("ran", router.Command["stdout"]));
    }

    public static ResourceGraph Make()
    {
        var graph = new ResourceGraph(Project, Stack);
        var home = new SampleGraph(graph);
        graph.Outputs = Fields.Of(
            ("digest", Value.Join("sha256:", new Output(home, "pool"))),
            ("pools", Items.Of(Fields.Of(("name", "bgp-default"), ("addresses", 100)))),
            ("password", ((Value)"hunter2").AsSecret())
        );
        return graph;
    }

    private static Fields Note(CustomResource auth) =>
        Fields.Of(("bgplb/auth", Value.Join("secret ", auth["id"], ", ", 64513, ", ", true)));
}

internal sealed class SampleRelease : ComponentResource
{
    public SampleRelease(SampleGraph parent, CustomResource cluster)
        : base(parent, "bgplb:index:CiliumRelease", "release")
    {
        Inputs = Fields.Of(("version", "1.20.0"));
        Release = new(
            this,
            "kubernetes:helm.sh/v3:Release",
            "cilium",
            Fields.Of(
                ("compat", "true"),
                ("chart", "cilium"),
                ("version", "1.20.0"),
                ("name", "cilium"),
                ("namespace", "kube-system"),
                ("repositoryOpts", Fields.Of(("repo", "https://charts.example.net/"))),
                ("timeout", 1800),
                ("values", Fields.Of(("bgpControlPlane", Fields.Of(("enabled", true))), ("l2", new Nothing())))
            ),
            new()
            {
                Version = "4.32.0",
                Provider = cluster,
                Import = "kube-system/cilium",
                Protect = true,
                Timeouts = new(Create: TimeSpan.FromMinutes(30), Update: TimeSpan.FromSeconds(90)),
            },
            "Cilium"
        );
    }

    public CustomResource Release { get; }
}

internal sealed class SampleRouter : ComponentResource
{
    public SampleRouter(SampleGraph parent, CustomResource password, SampleRelease release)
        : base(parent, "bgplb:index:RouterChange", "gateway")
    {
        Inputs = Fields.Of(("configuration", "router bgp 64513\n neighbor peers\n"));
        DependsOn = [release];
        Command = new(
            this,
            "command:remote:Command",
            "expand",
            Fields.Of(
                ("create", "sh -s"),
                (
                    "connection",
                    Fields
                        .Of(
                            ("host", "172.29.51.1"),
                            ("user", "bgplb"),
                            ("privateKey", "key"),
                            ("hostKey", "ssh-ed25519 AAAA"),
                            ("port", 22),
                            ("dialErrorLimit", 10),
                            ("perDialTimeout", 15)
                        )
                        .AsSecret()
                ),
                ("stdin", Value.Join("password ", password["result"], "\nkey ", ((Value)"swordfish").AsSecret(), "\n")),
                ("logging", "none"),
                ("addPreviousOutputInEnv", false)
            ),
            new()
            {
                Version = "1.2.1",
                DependsOn = [release],
                AdditionalSecretOutputs = ["connection"],
                ReplaceOnChanges = ["triggers[*]"],
                RetainOnDelete = true,
                IgnoreChanges = ["stdin", "triggers"],
            },
            "the router"
        );
        Outputs = Fields.Of(("expanded", Command["stdout"]));
    }

    public CustomResource Command { get; }
}
