using BgpLb.Rehearsal;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>Every golden file is shown to the real thing, or to the closest there is of it.</summary>
[Trait("Needs", "Programs")]
public sealed class DialectTests
{
    public static TheoryData<string> VyosGoldens => Golden.Names(".vyos");

    public static TheoryData<string> FrrGoldens => Golden.Names(".frr");

    [SkippableTheory]
    [MemberData(nameof(VyosGoldens))]
    public void VyOS_1_4_takes_every_line(string golden) =>
        Assert.Empty(VyosTree.Read("1.4.json").Judge(Golden.Read(golden).Split('\n')));

    [SkippableTheory]
    [MemberData(nameof(VyosGoldens))]
    public void VyOS_of_2026_takes_every_line(string golden) =>
        Assert.Empty(VyosTree.Read("2026-02.json").Judge(Golden.Read(golden).Split('\n')));

    [SkippableTheory]
    [InlineData("set protocols bgp neighbor 10.0.0.0/24 remote-as '65001'", "neighbor does not take 10.0.0.0/24")]
    [InlineData("set protocols bgp listen limit '6000'", "limit does not take '6000'")]
    [InlineData("set protocols bgp listen limit 60", "limit does not take 60")]
    [InlineData("set protocols bgp maximum-paths ebgp '8'", "no such node: maximum-paths")]
    [InlineData("set protocols bgp system-as", "system-as needs a value")]
    [InlineData("set system ip multipath layer4-hashing 'yes'", "takes no value")]
    [InlineData("set policy prefix-list a.b rule 10 action 'permit'", "prefix-list does not take a.b")]
    [InlineData("set policy prefix-list a rule 10 prefix '10.0.0.1/24'", "prefix does not take '10.0.0.1/24'")]
    [InlineData("set firewall ipv4 input filter rule 10 protocol 'bgp'", "protocol does not take 'bgp'")]
    [InlineData("set firewall ipv4 input filter rule 10 destination port '70000'", "port does not take '70000'")]
    public void The_check_itself_refuses_what_VyOS_refuses(string line, string problem) =>
        Assert.Equal($"{line}: {problem}", Assert.Single(VyosTree.Read("1.4.json").Judge([line])));

    [SkippableTheory]
    [MemberData(nameof(FrrGoldens))]
    public void FRR_takes_every_line(string golden)
    {
        Repository.Require(Shell.Has("vtysh"), "FRR (apt-get install frr)");

        var outcome = Shell.Run("", "vtysh", "-C", "-f", Path.Combine(Golden.Folder, golden));

        Assert.True(outcome.Status == 0, outcome.All);
    }
}
