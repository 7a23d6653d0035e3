using BgpLb.Rehearsal;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Rehearsal.Networks;

[Trait("Needs", "Programs")]
public sealed class LinkTests : IDisposable
{
    private readonly Lab _lab = new();

    [SkippableFact]
    public async Task A_link_is_mended_when_its_carrier_is_back_and_not_before()
    {
        var gateway = _lab.Gateway();
        var host = _lab.Add(gateway.Attach(segment: null, "172.29.51.250/24"));
        host.Link.Pull();
        host.Namespace.Ip("link", "set", "eth0", "down");

        var mended = Task.Run(host.Link.Mend);

        Assert.NotSame(mended, await Task.WhenAny(mended, Task.Delay(TimeSpan.FromMilliseconds(500))));
        host.Namespace.Ip("link", "set", "eth0", "up");
        await mended.WaitAsync(Patience.Limit);
        Assert.Contains(
            "state forwarding",
            Shell.Do("bridge", "-n", gateway.Namespace.Name, "link", "show", "dev", host.Link.Port)
        );
    }

    public void Dispose() => _lab.Dispose();
}
