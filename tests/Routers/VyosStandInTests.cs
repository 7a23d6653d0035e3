using BgpLb.Rehearsal;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>The stand-in for VyOS behaves as VyOS's shell interface does: on files alone.</summary>
[Trait("Needs", "Programs")]
public sealed class VyosStandInTests : IDisposable
{
    private const string Group = "protocols bgp peer-group a";

    private const string Router = """
        policy route-map m rule 10 action deny
        protocols bgp peer-group a remote-as 64512
        protocols bgp system-as 64513
        system host-name gateway

        """;

    private VyosHost? _host;

    [SkippableFact]
    public void Exit_codes_lie_where_those_of_VyOS_lie()
    {
        var host = Host(Router);

        var said = host.Script(
            $"""
            set protocols bgp nonsense 1 >/dev/null; echo "set $?"
            delete protocols bgp nonsense >/dev/null; echo "delete $?"
            commit >/dev/null; echo "commit of nothing $?"
            set protocols bgp listen range 10.0.0.0/24 peer-group missing; echo "set $?"
            commit >/dev/null; echo "bad commit $?"
            discard; echo "discard $?"
            save /config/config.boot; echo "save $?"
            /opt/vyatta/sbin/my_set protocols bgp nonsense 1 >/dev/null; echo "my_set $?"
            /opt/vyatta/sbin/my_set {Group} remote-as 64512 >/dev/null; echo "my_set again $?"
            /opt/vyatta/sbin/my_delete protocols bgp nonsense >/dev/null; echo "my_delete $?"
            /opt/vyatta/sbin/my_delete protocols bgp neighbor >/dev/null; echo "my_delete of nothing $?"
            /opt/vyatta/sbin/my_commit; echo "my_commit of nothing $?"
            /opt/vyatta/sbin/my_set protocols bgp listen range 10.0.0.0/24 peer-group missing
            /opt/vyatta/sbin/my_commit >/dev/null; echo "my_commit $?"
            exit; echo "exit $?"
            cli-shell-api inSession; echo "inSession $?"
            cli-shell-api teardownSession; echo "teardownSession $?"
            """
        );

        Assert.Equal(
            """
            set 0
            delete 0
            commit of nothing 1
            set 0
            bad commit 0
            discard 0
            save 0
            my_set 1
            my_set again 0
            my_delete 1
            my_delete of nothing 0
            my_commit of nothing 0
            my_commit 1
            exit 0
            inSession 1
            teardownSession 1

            """,
            said.Output
        );
        Assert.Equal(host.Active, Sorted(Router));
    }

    [SkippableFact]
    public void A_save_that_fails_says_so_and_answers_as_ever()
    {
        var host = Host(Router);
        host.Fail("full");

        var said = host.Script("save /config/config.boot; echo $?");

        Assert.Equal("No space left on device\n0\n", said.Output);
    }

    [SkippableFact]
    public void What_is_loaded_wrongly_is_left_out_and_the_status_is_good()
    {
        var host = Host(Router);

        var said = host.Script(
            """
            cli-shell-api showCfg --show-working-only | sed 's/64512/sixty/; s/64513/65000/' >/config/new
            cli-shell-api loadFile /config/new; echo "loaded $?"
            /opt/vyatta/sbin/my_commit; echo "committed $?"
            """
        );

        Assert.Contains("\"sixty\" is none of as|internal|external", said.Output);
        Assert.Contains("loaded 0\ncommitted 0\n", said.Output);
        Assert.Contains("\nprotocols bgp peer-group a\nprotocols bgp system-as 65000\n", host.Active);
    }

    [SkippableFact]
    public void A_deleted_node_leaves_what_is_above_it()
    {
        var host = Host(Router);

        var said = host.Script(
            $"""
            delete policy route-map m
            delete {Group} remote-as
            cli-shell-api showCfg --show-working-only | vyos-config-to-commands
            """
        );

        Assert.Equal(
            "set policy\nset protocols bgp peer-group a\nset protocols bgp system-as '64513'\nset system host-name 'gateway'\n",
            said.Output
        );
    }

    [SkippableTheory]
    [InlineData("policy prefix-list l rule 10 prefix 10.0.0.1/24", "\"10.0.0.1/24\" has host bits")]
    [InlineData("policy prefix-list6 l rule 10 prefix fd00:0:0:1::/56", "\"fd00:0:0:1::/56\" has host bits")]
    [InlineData("policy prefix-list l rule 10 ge 33", "33 is not within 0-32")]
    [InlineData("protocols bgp listen limit 5001", "5001 is not within 1-5000")]
    [InlineData("protocols bgp neighbor 10.0.0.0/24 remote-as 1", "\"10.0.0.0/24\" is no IPv4 address")]
    [InlineData("protocols bgp maximum-paths ebgp 8", "the stand-in knows nothing of \"maximum-paths\" there")]
    [InlineData("protocols ospf area 0", "the stand-in knows nothing of \"protocols ospf\"")]
    [InlineData("protocols bgp system-as", "[protocols bgp system-as] needs a value")]
    [InlineData("system ip multipath layer4-hashing yes", "the stand-in knows nothing below \"layer4-hashing\"")]
    public void What_does_not_fit_is_refused_by_name(string statement, string complaint)
    {
        var said = Host(Router).Script($"/opt/vyatta/sbin/my_set {statement}; echo \"status $?\"");

        Assert.Contains(complaint, said.Output);
        Assert.EndsWith("status 1\n", said.Output);
    }

    [SkippableTheory]
    [InlineData("protocols bgp listen range 10.0.0.0/24 peer-group b", "has the peer-group b, which does not exist")]
    [InlineData(
        $"{Group} address-family ipv4-unicast route-map import none",
        "address-family ipv4-unicast: the route-map none does not exist"
    )]
    [InlineData("policy prefix-list l rule 10 prefix 10.0.0.0/8", "policy prefix-list l rule 10 has no action")]
    [InlineData("policy community-list l rule 10 action permit", "policy community-list l rule 10 has no regex")]
    [InlineData("policy route-map m rule 10 match ip address prefix-list no", "the prefix-list no does not exist")]
    [InlineData($"{Group} password 'two words'", "a password cannot have blanks")]
    [InlineData("protocols bgp timers holdtime 9", "keepalive and holdtime only go together")]
    [InlineData($"{Group} ebgp-multihop 2; set {Group} ttl-security hops 2", "exclude each other")]
    [InlineData("protocols bgp peer-group a passive; delete protocols bgp system-as", "protocols bgp has no system-as")]
    [InlineData(
        $"protocols bgp listen range 10.0.0.0/8 peer-group a; delete {Group} remote-as",
        "the peer-group a of the listen range 10.0.0.0/8 has no remote-as"
    )]
    [InlineData(
        $"{Group} address-family ipv4-unicast route-map import m; commit; delete policy route-map m",
        "the route-map m is still in use"
    )]
    public void A_commit_verifies(string change, string complaint)
    {
        var said = Host(Router).Script($"set {change}\n/opt/vyatta/sbin/my_commit; echo \"status $?\"");

        Assert.Contains(complaint, said.Output);
        Assert.EndsWith("status 1\n", said.Output);
    }

    [SkippableFact]
    public void Parts_that_fail_stay_as_they_were_and_in_the_session()
    {
        var host = Host(Router);

        var said = host.Script(
            """
            set policy route-map m2 rule 10 action deny
            set protocols bgp listen range 10.0.0.0/24 peer-group missing
            /opt/vyatta/sbin/my_commit; echo "status $?"
            cli-shell-api sessionChanged; echo "changed $?"
            cli-shell-api showCfg --show-working-only | grep -c 10.0.0.0/24
            """
        );

        Assert.Contains("Commit failed: 1 parts are active, 1 are not\nstatus 1\nchanged 0\n1\n", said.Output);
        Assert.Contains("policy route-map m2 rule 10 action deny", host.Active);
        Assert.DoesNotContain("10.0.0.0/24", host.Active);
    }

    [SkippableFact]
    public void A_second_session_sees_the_commits_of_the_first_and_commits_only_its_own()
    {
        var host = Host(Router);

        var said = host.Script(
            """
            set protocols bgp listen limit 50
            cat >/config/second <<'SECOND'
            source /opt/vyatta/etc/functions/script-template
            cli-shell-api showCfg --show-working-only | grep -c 'limit 50'
            set system ip multipath layer4-hashing
            delete protocols bgp peer-group a
            commit
            exit
            builtin exit
            SECOND
            setsid vbash /config/second </dev/null | cat
            cli-shell-api showCfg --show-working-only | grep -cE 'limit 50|layer4-hashing|peer-group'
            commit
            """
        );

        Assert.Equal("0\n2\n", said.Output);
        Assert.Equal(
            Sorted(
                """
                policy route-map m rule 10 action deny
                protocols bgp listen limit 50
                protocols bgp system-as 64513
                system host-name gateway
                system ip multipath layer4-hashing

                """
            ),
            host.Active
        );
    }

    [SkippableFact]
    public void A_subshell_has_the_session_of_its_parent()
    {
        var host = Host(Router);

        var said = host.Script(
            """
            ( source /opt/vyatta/etc/functions/script-template; set protocols bgp listen limit 50 )
            cli-shell-api sessionChanged; echo $?
            """
        );

        Assert.Equal("0\n", said.Output);
    }

    [SkippableFact]
    public void Of_two_commits_at_a_time_the_second_fails_at_once()
    {
        var host = Host(Router);

        var said = host.Script(
            """
            set protocols bgp listen limit 50
            exec 8>>"$VYOS/lock"
            flock 8
            /opt/vyatta/sbin/my_commit 8>&-; echo $?
            """
        );

        Assert.Contains("another commit is in progress", said.Output);
        Assert.EndsWith("\n1\n", said.Output);
        Assert.DoesNotContain("limit", host.Active);
    }

    [SkippableFact]
    public void A_session_of_a_process_that_is_no_vbash_is_swept_away()
    {
        Repository.Require(Shell.Has("setpriv"), "setpriv (apt-get install util-linux)");
        var host = Host(Router);

        var said = host.Run(
            "chmod -R a+rwX ${VYOS%/vyos} && exec setpriv --reuid 65534 --clear-groups bash -s",
            """
            for shell in bash vbash; do
              $shell -c 'source /opt/vyatta/etc/functions/script-template
                vbash -c "source /opt/vyatta/etc/functions/script-template; cli-shell-api teardownSession"
                cli-shell-api inSession; echo "$0 $?"' $shell
            done
            """
        );

        Assert.Equal("bash 1\nvbash 0\n", said.Output);
    }

    [SkippableFact]
    public void A_commit_that_nobody_confirms_is_gone_after_the_reboot_into_what_is_saved()
    {
        var host = Host(Router, 4);

        var said = host.Script(
            """
            save /config/config.boot
            set system ip multipath layer4-hashing
            commit
            config-mgmt commit_confirm -y -t=1; echo "armed $?"
            config-mgmt commit_confirm -y -t=1; echo "again $?"
            set protocols bgp listen limit 50
            IN_COMMIT_CONFIRM=t /opt/vyatta/sbin/my_commit; echo "committed $?"
            systemctl is-active commit-confirm.timer; echo "pending $?"
            """
        );

        Assert.Equal(
            "1 minutes to confirm before reboot\narmed 0\nAnother confirm is pending\nagain 1\ncommitted 0\nactive\npending 0\n",
            said.Output
        );
        Assert.Contains("limit 50", host.Active);
        Eventually(() => host.Active == Sorted(Router));
        Assert.Equal("inactive\n3\n", host.Script("systemctl is-active commit-confirm.timer; echo $?").Output);
        Assert.Equal("No confirm pending\n0\n", host.Script("config-mgmt confirm; echo $?").Output);
    }

    [SkippableFact]
    public void What_is_confirmed_stays()
    {
        var host = Host(Router, 4);

        var said = host.Script(
            """
            save /config/config.boot
            config-mgmt commit_confirm -y -t=1
            set protocols bgp listen limit 50
            IN_COMMIT_CONFIRM=t /opt/vyatta/sbin/my_commit
            config-mgmt confirm; echo "confirmed $?"
            """
        );

        Assert.EndsWith("confirmed 0\n", said.Output);
        Thread.Sleep(4500);
        Assert.Contains("limit 50", host.Active);
    }

    [SkippableFact]
    public void What_is_saved_before_it_is_confirmed_survives_the_reboot()
    {
        var host = Host(Router, 4);

        host.Script(
            """
            config-mgmt commit_confirm -y -t=1
            set protocols bgp listen limit 50
            commit
            save /config/config.boot
            set protocols bgp listen limit 60
            commit
            """
        );

        Eventually(() => host.Active.Contains("limit 50"));
    }

    [SkippableTheory]
    [InlineData("IN_COMMIT_CONFIRM=t /opt/vyatta/sbin/my_commit", false)]
    [InlineData("commit", true)]
    public void With_the_action_reload_the_newest_revision_comes_back(string commit, bool isRevision)
    {
        var host = Host(
            $"{Router}system config-management commit-confirm action reload\nsystem config-management commit-revisions 5\n",
            4
        );

        host.Script(
            $"""
            set system ip multipath layer4-hashing
            commit
            config-mgmt commit_confirm -y -t 1
            set protocols bgp listen limit 50
            {commit}
            """
        );

        Eventually(() => host.Script("systemctl is-active -q commit-confirm.timer; echo $?").Output == "3\n");
        // What was committed as usual has become a revision itself.
        Eventually(() => host.Active.Contains("limit 50") == isRevision);
        Assert.Contains("layer4-hashing", host.Active);
    }

    [SkippableFact]
    public void Without_revisions_a_reload_brings_nothing_back()
    {
        var host = Host($"{Router}system config-management commit-confirm action reload\n", 2);

        host.Script(
            """
            config-mgmt commit_confirm -y -t 1
            set protocols bgp listen limit 50
            IN_COMMIT_CONFIRM=t /opt/vyatta/sbin/my_commit
            """
        );

        Eventually(() => host.Script("systemctl is-active -q commit-confirm.timer; echo $?").Output == "3\n");
        Assert.Contains("limit 50", host.Active);
    }

    public void Dispose() => _host?.Dispose();

    private static string Sorted(string text) => string.Join('\n', text.Split('\n').Order(StringComparer.Ordinal));

    private static void Eventually(Func<bool> holds)
    {
        for (var i = 0; i < 100 && !holds(); i++)
        {
            Thread.Sleep(200);
        }

        Assert.True(holds());
    }

    private VyosHost Host(string active, double secondsPerMinute = 60)
    {
        Repository.Require(VyosHost.IsPossible, "root and unshare (apt-get install util-linux)");
        return _host = new(active, secondsPerMinute);
    }
}
