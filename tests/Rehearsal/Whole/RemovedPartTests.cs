using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Settings;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>
/// Nothing of the graph is there for nothing: whatever is taken out, a scenario notices. Those that wait in vain for
/// something to come about take long.
/// </summary>
[Trait("Needs", "Programs")]
[Trait("Starts", "First")]
public sealed class RemovedPartTests
{
    private const string PeerConfig = "kubernetes:cilium.io/v2:CiliumBGPPeerConfig";
    private const string Advertisement = "kubernetes:cilium.io/v2:CiliumBGPAdvertisement";

    [SkippableFact]
    public void Without_the_password() =>
        AssertNoticed(
            Without(PeerConfig, spec => spec.Remove("authSecretRef")),
            "update",
            "password",
            SpeakerKind.Gobgpd
        );

    [SkippableFact]
    public void Without_the_filter() =>
        AssertNoticed(
            Mistake.None with
            {
                Router = router =>
                    router with
                    {
                        Families =
                        [
                            .. router.Families.Select(family =>
                                family with
                                {
                                    Accepted = [Prefix.Parse(family.Family == IpFamily.IPv4 ? "0.0.0.0/0" : "::/0")!],
                                }
                            ),
                        ],
                    },
            },
            "foreign-prefix",
            "taken in: ",
            SpeakerKind.Gobgpd
        );

    [SkippableFact]
    [Trait("Takes", "Long")]
    public void Without_the_prefix_limit() =>
        AssertNoticed(
            Mistake.None with
            {
                Router = router =>
                    router with
                    {
                        Families = [.. router.Families.Select(family => family with { PrefixLimit = 1_000_000 })],
                    },
            },
            "too-many",
            "it stands"
        );

    [SkippableFact]
    [Trait("Takes", "Long")]
    public void Without_the_timers() =>
        // Either end's would do: the smaller ones count.
        AssertNoticed(
            Without(PeerConfig, spec => spec.Remove("timers")) with
            {
                Router = router => router with { HoldTime = 180, KeepAliveTime = 60 },
            },
            "converge",
            "90 and 30 s"
        );

    [SkippableFact]
    [Trait("Takes", "Long")]
    public void Without_the_selector() =>
        AssertNoticed(
            Without(Advertisement, spec => spec["advertisements"]![0]!.AsObject().Remove("selector")),
            "converge",
            "to nobody instead of"
        );

    [SkippableFact]
    [Trait("Takes", "Long")]
    public void Without_the_community() =>
        AssertNoticed(
            Without(Advertisement, spec => spec["advertisements"]![0]!.AsObject().Remove("attributes")),
            "converge",
            // The router takes nothing in without it.
            "to nobody instead of"
        );

    private static Mistake Without(string type, Action<JsonObject> remove) =>
        Mistake.None with
        {
            Inputs = (of, inputs, _) =>
            {
                if (of != type)
                {
                    return inputs;
                }

                var without = inputs.DeepClone().AsObject();
                remove(without["spec"]!.AsObject());
                return without;
            },
        };

    private static void AssertNoticed(Mistake mistake, string scenario, string says, SpeakerKind? speakers = null)
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        var (scenarios, _) = ScenarioSet.Read(Repository.Root);
        var report = Rehearsals.Run(
            SettingsReading.FromFiles(Repository.Root, "prod"),
            new()
            {
                Speakers = speakers ?? Selection.Speakers,
                Scenarios = [.. scenarios.Where(one => one.Name == scenario)],
                Mistake = mistake,
            },
            _ => { },
            CancellationToken.None
        );

        var failed = Assert.Single(report.Scenarios, one => one.Outcome == Outcomes.Failed);
        Assert.Equal(scenario, failed.Name);
        Assert.Contains(failed.Checks, check => !check.Passed && check.Found.Contains(says, StringComparison.Ordinal));
    }
}
