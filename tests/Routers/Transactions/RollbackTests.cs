using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>What a router keeps of its changes, and what it says of itself.</summary>
[Trait("Needs", "Programs")]
public class RollbackTests
{
    /// <summary>What the router speaks.</summary>
    protected virtual Dialect Dialect => Dialect.Frr;

    private RouterDesign Design => Site.DesignOf(Dialect);

    [SkippableFact]
    public void An_earlier_change_returns_by_the_same_steps_and_the_status_says_what_runs()
    {
        using var site = Site.Confirmed(Dialect);
        var sessions = site.Sessions();
        site.Settle(Site.HarmlessOf(Dialect));

        var back = site.Rollback(Design);

        Assert.True(back.Status == 0, back.All);
        Assert.Contains("back to change 1 of ", back.Output);
        Assert.Contains("which was confirmed for d1", back.Output);
        Assert.DoesNotContain(Site.SaysHarmless(Dialect), site.Running);
        Assert.DoesNotContain(Site.SaysHarmless(Dialect), site.Saved);
        Assert.Equal($"{site.Software} is right already\n", site.Change(Design).Output);
        site.AssertUnbroken(sessions);

        var status = site.Status(Design);
        Assert.DoesNotContain(status.Parts, part => part.Status != 0);
        Assert.DoesNotContain(status.Parts, part => part.Content.Contains(Scripts.Password, StringComparison.Ordinal));
        Assert.Contains("172.29.51.11", status["sessions"]!.Content);
        Assert.Contains($"\"{Site.Vip}/32\"", status["routes/ipv4"]!.Content);
        Assert.Contains($"\"{Site.Vip6}/128\"", status["routes/ipv6"]!.Content);
        Assert.Contains(
            status.Parts,
            part =>
                part.Name.StartsWith("next-hops/", StringComparison.Ordinal) && part.Content.Contains($"{Site.Vip}/32")
        );
        Assert.Contains("bgplb-prod-ipv4", status["owned"]!.Content);
        Assert.Equal("", status["touching"]!.Content);
        Assert.StartsWith("phase confirmed\n", status["transaction"]!.Content);
        Assert.Matches("^3 confirmed d1 .*\n2 confirmed d1 .*\n1 confirmed d1 .*\n$", status["history"]!.Content);
    }
}
