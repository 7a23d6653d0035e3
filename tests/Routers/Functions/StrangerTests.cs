using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Functions;

/// <summary>What others have on a router that touches the nodes' networks, and what of it cannot live beside a stack.</summary>
public sealed class StrangerTests
{
    private const string Known = "bgplb-dev-ipv4 2 10 10.10.30.0/24 172.29.52.0/24 10.10.30.11,10.10.30.12";
    private const string Unknown = "bgplb-dev-ipv4 2 10 10.10.30.0/24 172.29.52.0/24 -";

    /// <summary>Their BGP in FRR's words, what is expected, and what is said; nothing where both can live.</summary>
    public static TheoryData<string, string, string> Rows =>
        new()
        {
            { "", Known, "" },
            { "neighbor k8s peer-group\nneighbor k8s remote-as 64513", Known, "" },
            {
                "neighbor k8s peer-group\nneighbor k8s remote-as 64513\nneighbor 10.10.30.11 peer-group k8s",
                Known,
                "the node 10.10.30.11 has its session in the group k8s: there it stays, past the filter and the limit of this stack; take it out with \"no neighbor 10.10.30.11\", and it dials again\n"
            },
            {
                "neighbor 10.10.30.12 remote-as 64513\nneighbor 10.10.30.12 password theirs",
                Known,
                "the node 10.10.30.12 has its session in somebody's own: there it stays, past the filter and the limit of this stack; take it out with \"no neighbor 10.10.30.12\", and it dials again\n"
            },
            // Where nodes are only counted, whoever has their AS number is one of them.
            {
                "neighbor 10.10.30.40 remote-as 64513\nneighbor 10.10.30.40 password theirs",
                Unknown,
                "the node 10.10.30.40 has its session in somebody's own: there it stays, past the filter and the limit of this stack; take it out with \"no neighbor 10.10.30.40\", and it dials again\n"
            },
            { "neighbor 10.10.30.40 remote-as 65010\nneighbor 10.10.30.40 password theirs", Unknown, "" },
            { "neighbor 10.10.30.40 remote-as 65010\nneighbor 10.10.30.40 password theirs", Known, "" },
            {
                "neighbor 10.10.30.200 remote-as 65010",
                Known,
                "the neighbour 10.10.30.200 (somebody's own, AS 65010) has no password, and this stack listens with one to 10.10.30.0/24, where it stands: once its session ends it could not come back; give it a password of its own, or take it out with \"no neighbor 10.10.30.200\"\n"
            },
            { "neighbor 10.10.31.200 remote-as 65010", Known, "" },
            {
                "neighbor old peer-group\nbgp listen range 10.10.0.0/16 peer-group old",
                Known,
                "the group old listens to 10.10.0.0/16 already, and no two ranges may overlap (10.10.30.0/24): take that out with \"no bgp listen range 10.10.0.0/16 peer-group old\"\n"
            },
            {
                "bgp listen range 10.10.30.128/25 peer-group old",
                Known,
                "the group old listens to 10.10.30.128/25 already, and no two ranges may overlap (10.10.30.0/24): take that out with \"no bgp listen range 10.10.30.128/25 peer-group old\"\n"
            },
            { "bgp listen range 10.10.31.0/24 peer-group old", Known, "" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_cannot_live_beside_the_stack_is_named(string theirs, string expected, string said)
    {
        var outcome = ShellFunctions.Run(
            $$"""
            EXPECTED='{{expected}}'
            echo 'router bgp 64512||neighbor bgplb-dev-ipv4 password ours' >"$WORK/wanted"
            bgp_statements() { printf '%s\n' '{{theirs}}'; }
            list_strangers | judge_strangers
            """
        );

        Assert.Equal(said, outcome.All);
    }

    [Fact]
    public void A_change_is_refused_before_its_first_line()
    {
        var outcome = ShellFunctions.Run(
            $$"""
            EXPECTED='{{Known}}'
            : >"$WORK/wanted"
            bgp_statements() { echo 'neighbor 10.10.30.11 remote-as 64513'; }
            refuse_strangers
            """
        );

        Assert.Equal(6, outcome.Status);
        Assert.Contains("the node 10.10.30.11 has its session in somebody's own", outcome.Errors);
        Assert.EndsWith("Nothing was changed.\n", outcome.Errors);
    }

    [Fact]
    public void Only_what_touches_the_nodes_networks_is_shown()
    {
        var outcome = ShellFunctions.Run(
            $$"""
            EXPECTED='{{Known}}'
            bgp_statements() { printf '%s\n' 'neighbor 10.10.30.200 remote-as 65010' 'neighbor 10.99.0.1 remote-as 65020' 'neighbor 10.99.0.1 password theirs'; }
            show_touching
            """
        );

        Assert.Equal("neighbor 10.10.30.200 - 65010 no\n", outcome.All);
    }

    [Fact]
    public void A_node_that_stands_in_another_group_is_not_said_to_have_not_dialled()
    {
        var outcome = ShellFunctions.Run(
            """
            : >"$WORK/failed"
            reason_of 10.10.30.11 10.10.30.0/24 'k8s 10.10.30.11 Established 12 64513 -'
            echo
            next_step 'somebody has made it a neighbour in the group k8s'
            """
        );

        Assert.Equal(
            "somebody has made it a neighbour in the group k8s, where its session is Established: there it stays\n"
                + "Next: take that neighbour out of the router; the node dials again, and this stack takes it in.\n",
            outcome.All
        );
    }
}
