using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers;

/// <summary>What a router's kernel is told of the nodes' links: the shell's functions over a folder in the kernel's place.</summary>
public sealed class KernelTests
{
    private const string First = "cache=30000 ucast_solicit=7";

    private const string Probing = "cache=40 ucast_solicit=5";

    /// <summary>
    /// A router with the links eth0 (of the nodes), eth1 and a VLAN; what it knows of them, in words; and a change that is
    /// open while the folder TX is there.
    /// </summary>
    private const string Router = """
        set -uf
        LC_ALL=C
        OWNER=bgplb-prod
        FOLDER=$(mktemp -d)
        trap 'rm -rf "$FOLDER"' EXIT
        TX=$FOLDER/tx WORK=$FOLDER/work SYSCTL=$FOLDER/boot HOOK=$FOLDER/hooks/90-x
        mkdir "$FOLDER/var" "$WORK"
        be() { OWNER=$1 STATE=$FOLDER/var/bgplb.$1; }
        be bgplb-prod
        kernel_files() { printf '%s/sys\n' "$FOLDER"; }
        as_root() { case $1 in ip) cat >/dev/null ;; *) "$@" ;; esac; }
        say() { printf '%s\n' "$*"; }
        make_state() { mkdir -p "$STATE"; }
        is_open() { [ -d "$TX" ]; }
        open_change() { mkdir "$TX"; }
        close_change() { rm -r "$TX"; }
        NODES=172.29.51.0/24
        ip() {
          case "$*" in '-o address show')
            echo '2: eth0    inet 172.29.51.1/24 scope global eth0'
            echo '3: eth1    inet 172.29.60.1/24 scope global eth1'
            echo '4: eth0.20    inet 10.10.20.1/24 scope global eth0.20'
            echo '1: lo    inet 172.29.51.77/32 scope global lo' ;;
          esac
        }
        put() {
          mkdir -p "$FOLDER/sys/net/ipv4/neigh/$1"
          printf '%s\n' "$2" >"$FOLDER/sys/net/ipv4/neigh/$1/cache"
          printf '%s\n' "$3" >"$FOLDER/sys/net/ipv4/neigh/$1/ucast_solicit"
        }
        put eth0 30000 7
        put eth1 30000 7
        put eth0.20 30000 7
        printf '0\n' >"$FOLDER/sys/net/ipv4/hash"
        on() {
          EXPECTED="group 2 10 $NODES x -"
          KERNEL='net.ipv4.hash=1 net.ipv4.neigh.*.cache=40 net.ipv4.neigh.*.ucast_solicit=5'
        }
        off() { KERNEL=net.ipv4.hash=1; }
        on
        of() { for name in cache ucast_solicit; do echo "$name=$(cat "$FOLDER/sys/net/ipv4/neigh/$1/$name")"; done | paste -sd' '; }
        noted() { sed 's/.*neigh.//' "$STATE/kernel.before" 2>/dev/null | paste -sd' '; }

        """;

    [Theory]
    [InlineData("Frr/frr-kernel.sh")]
    [InlineData("Vyos/vyos-kernel.sh")]
    public void What_ran_before_returns_when_a_later_design_does_not_probe(string dialect) =>
        AssertSaysOn(
            dialect,
            """
            keep_kernel >/dev/null; of eth0; of eth1
            off; keep_kernel; of eth0; noted
            grep -hcF .neigh. "$SYSCTL" "$HOOK" 2>/dev/null
            keep_kernel
            """,
            Probing,
            First,
            "- kernel net.ipv4.neigh.eth0.cache, which is 30000 again",
            "- kernel net.ipv4.neigh.eth0.ucast_solicit, which is 7 again",
            First,
            "",
            "0"
        );

    [Theory]
    [InlineData("Frr/frr-kernel.sh")]
    [InlineData("Vyos/vyos-kernel.sh")]
    public void It_returns_with_the_stack_and_what_is_the_whole_router_s_stays(string dialect) =>
        AssertSaysOn(
            dialect,
            """
            keep_kernel >/dev/null; [ -e "$SYSCTL" ] || [ -e "$HOOK" ] || echo 'no file for the start'
            forget_kernel >/dev/null; of eth0; cat "$FOLDER/sys/net/ipv4/hash"; noted
            [ ! -e "$SYSCTL" ] && [ ! -e "$HOOK" ] && ls "$STATE"
            """,
            First,
            "1",
            ""
        );

    [Fact]
    public void VyOS_needs_no_file_where_the_kernel_is_told_nothing() =>
        AssertSaysOn(
            "Vyos/vyos-kernel.sh",
            """
            keep_kernel >/dev/null; [ -e "$HOOK" ] && echo there
            KERNEL=; keep_kernel >/dev/null; of eth0; [ -e "$HOOK" ] || echo gone
            """,
            "there",
            First,
            "gone"
        );

    [Fact]
    public void The_first_value_returns_whatever_was_set_meanwhile() =>
        AssertSays(
            """
            keep_kernel >/dev/null; put eth0 20000 9; keep_kernel >/dev/null; of eth0; noted
            forget_kernel >/dev/null; of eth0
            """,
            Probing,
            "eth0.cache=30000 eth0.ucast_solicit=7",
            First
        );

    [Fact]
    public void What_was_so_before_is_no_business_of_ours() =>
        AssertSays(
            "put eth0 40 7; keep_kernel >/dev/null; noted; forget_kernel >/dev/null; of eth0",
            "eth0.ucast_solicit=7",
            "cache=40 ucast_solicit=7"
        );

    [Fact]
    public void A_change_that_is_taken_back_leaves_no_note_of_its_own() =>
        AssertSays(
            """
            open_change; set_kernel >/dev/null; of eth0; noted
            restore_kernel; close_change; of eth0; noted
            """,
            Probing,
            "eth0.cache=30000 eth0.ucast_solicit=7",
            First,
            ""
        );

    [Fact]
    public void A_change_that_is_taken_back_keeps_the_notes_of_the_design_before() =>
        AssertSays(
            """
            keep_kernel >/dev/null; put eth0 30000 5
            open_change; NODES=172.29.51.0/24,172.29.60.0/24 && on; set_kernel >/dev/null; of eth0; of eth1
            set_kernel; restore_kernel; close_change; of eth0; of eth1; noted
            forget_kernel >/dev/null; of eth0
            """,
            Probing,
            Probing,
            "cache=30000 ucast_solicit=5",
            First,
            "eth0.cache=30000 eth0.ucast_solicit=7",
            First
        );

    [Fact]
    public void An_open_change_takes_nothing_from_the_old_design() =>
        AssertSays(
            """
            keep_kernel >/dev/null
            open_change; off; set_kernel; of eth0; noted; restore_kernel; close_change; of eth0; noted
            """,
            Probing,
            "eth0.cache=30000 eth0.ucast_solicit=7",
            Probing,
            "eth0.cache=30000 eth0.ucast_solicit=7"
        );

    [Fact]
    public void A_link_that_is_the_nodes_no_more_gets_back_what_it_had() =>
        AssertSays(
            "keep_kernel >/dev/null; NODES=172.29.60.0/24 && on; keep_kernel >/dev/null; of eth0; of eth1; noted",
            First,
            Probing,
            "eth1.cache=30000 eth1.ucast_solicit=7"
        );

    [Fact]
    public void An_interface_that_has_gone_is_passed_over_and_forgotten() =>
        AssertSays(
            """
            keep_kernel >/dev/null; rm -r "$FOLDER/sys/net/ipv4/neigh/eth0"
            off; keep_kernel; noted
            """,
            ""
        );

    [Fact]
    public void A_dot_in_an_interface_s_name_is_a_part_of_it() =>
        AssertSays(
            """
            NODES=10.10.20.0/24 && on; keep_kernel >/dev/null; of eth0; of eth0.20; noted
            off; keep_kernel >/dev/null; of eth0.20
            """,
            First,
            Probing,
            "eth0/20.cache=30000 eth0/20.ucast_solicit=7",
            First
        );

    [Theory]
    // A part of the link, more than it, and more than one.
    [InlineData("172.29.51.128/25", Probing, First)]
    [InlineData("172.29.50.0/23", Probing, First)]
    [InlineData("172.29.0.0/16", Probing, Probing)]
    public void The_link_is_found_where_the_nodes_have_a_part_of_it_or_more(string nodes, string eth0, string eth1) =>
        AssertSays($"NODES={nodes} && on; keep_kernel >/dev/null; of eth0; of eth1", eth0, eth1);

    [Fact]
    public void Nodes_that_are_on_no_link_of_the_router_cannot_be_probed() =>
        AssertSays(
            """NODES=10.99.0.0/24 && on; set_kernel || cat "$WORK/output"; noted; cat "$FOLDER/sys/net/ipv4/hash" """,
            "no interface of this router has an address in 10.99.0.0/24, so it cannot probe the nodes there; give it one, or "
                + "set neighbourProbing: false and promise what holds without",
            "",
            "0"
        );

    [Fact]
    public void Of_two_stacks_on_one_link_the_last_takes_it_along() =>
        AssertSays(
            """
            keep_kernel >/dev/null; be bgplb-prod-2; keep_kernel; noted
            be bgplb-prod; forget_kernel; of eth0; rm -r "$STATE"
            be bgplb-prod-2; forget_kernel >/dev/null; of eth0
            """,
            "eth0.cache=30000 eth0.ucast_solicit=7",
            Probing,
            First
        );

    [Fact]
    public void Nothing_is_set_where_no_note_can_be_kept() =>
        AssertSays(
            """
            make_state() { return 1; }
            set_kernel || cat "$WORK/output" | sed "s#$FOLDER##"; of eth0
            """,
            "cannot keep in /var/bgplb.bgplb-prod what the kernel had before (is the disk full?)",
            First
        );

    [Fact]
    public void Who_may_not_set_it_back_keeps_the_note_and_says_so() =>
        AssertSays(
            """
            keep_kernel >/dev/null; write_kernel() { return 1; }; off
            keep_kernel || cat "$WORK/output"; noted
            forget_kernel
            """,
            "cannot set net.ipv4.neigh.eth0.ucast_solicit back to what it was: it takes root, or sudo",
            "eth0.cache=30000 eth0.ucast_solicit=7",
            "cannot set net.ipv4.neigh.eth0.ucast_solicit back to what it was: it takes root, or sudo; until the router is "
                + "started anew it stays"
        );

    private static void AssertSays(string steps, params string[] lines) =>
        AssertSaysOn("Frr/frr-kernel.sh", steps, lines);

    private static void AssertSaysOn(string dialect, string steps, params string[] lines)
    {
        var parts = string.Concat(
            new[] { "addresses.sh", "kernel.sh", dialect }.Select(part => $"source infra/Routers/{part}\n")
        );

        var outcome = Shell.Run(parts + Router + steps, "bash", "-c", $"cd '{Repository.Root}' && exec bash");

        Assert.Equal(string.Concat(lines.Select(line => line + "\n")), outcome.All);
    }
}
