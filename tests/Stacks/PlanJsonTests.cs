using System.Text.Json;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class PlanJsonTests
{
    private static readonly string[] Severities = ["info", "warning", "error"];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_plan_has_these_fields_and_no_others(string stack)
    {
        var plan = await PlanAsync(stack);
        Assert.Equal(["project", "stack", "resources", "outputs", "findings", "undecided"], NamesOf(plan));
        Assert.Equal("bgplb", plan.GetProperty("project").GetString());
        Assert.Equal(stack, plan.GetProperty("stack").GetString());
        foreach (var resource in plan.GetProperty("resources").EnumerateArray())
        {
            Assert.Equal(["urn", "type", "name", "custom", "parent", "dependencies", "inputs"], NamesOf(resource));
            Assert.Equal(JsonValueKind.Object, resource.GetProperty("inputs").ValueKind);
        }

        foreach (var finding in plan.GetProperty("findings").EnumerateArray())
        {
            Assert.Equal(["rule", "severity", "path", "message", "remedy"], NamesOf(finding));
            Assert.Contains(finding.GetProperty("severity").GetString(), Severities);
        }
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Every_resource_comes_after_its_parent_and_its_dependencies(string stack)
    {
        var known = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var resource in (await PlanAsync(stack)).GetProperty("resources").EnumerateArray())
        {
            var parent = resource.GetProperty("parent").GetString();
            Assert.Equal(known.Count == 0, parent is null);
            Assert.True(parent is null || known.Contains(parent), parent);
            Assert.All(
                resource.GetProperty("dependencies").EnumerateArray(),
                urn => Assert.Contains(urn.GetString(), known)
            );
            Assert.True(known.Add(resource.GetProperty("urn").GetString()));
        }
    }

    [Fact]
    public async Task Prod_gives_out_exactly_its_four_pools()
    {
        var pools = (await PlanAsync("prod")).GetProperty("outputs").GetProperty("pools");
        Assert.Equal(
            ["bgp-default 100", "bgp-ingress 21", "bgp-reserved 50", "bgp-default-ipv6 256"],
            pools.EnumerateObject().Select(pool => $"{pool.Name} {pool.Value.GetProperty("capacity")}")
        );
    }

    [Fact]
    public async Task The_generated_password_is_a_reference_and_what_holds_it_a_secret()
    {
        var resources = (await PlanAsync("dev")).GetProperty("resources").EnumerateArray().ToArray();
        var secret = resources.Single(resource =>
            resource.GetProperty("type").GetString() == "kubernetes:core/v1:Secret"
        );
        Assert.Equal("[secret]", secret.GetProperty("inputs").GetProperty("stringData").GetString());
        var change = resources.Single(resource => resource.GetProperty("name").GetString() == "gateway-change");
        Assert.Equal("[secret]", change.GetProperty("inputs").GetProperty("stdin").GetString());
        Assert.Contains(
            change.GetProperty("dependencies").EnumerateArray(),
            urn => urn.GetString()!.EndsWith("RandomPassword::bgp-password", StringComparison.Ordinal)
        );
    }

    private static async Task<JsonElement> PlanAsync(string stack)
    {
        var run = await Outcome.OfAsync(Repository.Root, "plan", stack, "--json");
        return JsonDocument.Parse(run.Done()).RootElement;
    }

    private static IEnumerable<string> NamesOf(JsonElement value) =>
        value.EnumerateObject().Select(property => property.Name);
}
