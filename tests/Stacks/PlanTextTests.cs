using BgpLb.Stacks;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class PlanTextTests
{
    [Fact]
    public async Task Prod_has_pools_of_100_21_50_and_256_addresses()
    {
        var lines = (await Outcome.OfAsync(Repository.Root, "plan", "prod")).Done().Split('\n');
        var pools = lines.SkipWhile(line => !line.StartsWith("  POOL", StringComparison.Ordinal)).Skip(1);
        var counts = pools
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => $"{cells[0]} {cells[2]}");
        Assert.Equal(["bgp-default 100", "bgp-ingress 21", "bgp-reserved 50", "bgp-default-ipv6 256"], counts);
    }

    [Fact]
    public async Task A_missing_password_comes_with_the_command_that_sets_it()
    {
        var plan = (await Outcome.OfAsync(Repository.Root, "plan", "prod")).Done();
        Assert.Contains("\n  pulumi config set --secret bgpPassword --stack prod\n", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_is_set_is_no_longer_asked_for()
    {
        using var project = new Project().With(
            "prod",
            "config:\n",
            "config:\n  bgplb:bgpPassword: { secure: AAABAKxZciphertext }\n"
        );
        var plan = (await project.RunAsync("plan", "prod")).Done();
        Assert.DoesNotContain("pulumi config set --secret bgpPassword", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("ciphertext", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Harvester_users_learn_which_class_their_Services_need()
    {
        var plan = (await Outcome.OfAsync(Repository.Root, "plan", "dev")).Done();
        Assert.Contains("loadBalancerClass: io.cilium/bgp-control-plane", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_whose_hosts_are_all_asked_is_named_with_the_promise_that_needs_it()
    {
        var plan = (await Outcome.OfAsync(Repository.Root, "plan", "dev")).Done();
        Assert.Contains(
            "asks every host on the links of 10.10.30.0/24, 10.10.40.0/24,",
            plan,
            StringComparison.Ordinal
        );
        Assert.Contains("as nodeDies promises 0.5 s (9.5 s without),", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maximumPaths: 8", "not looked for: no promise needs it")]
    [InlineData("neighbourProbing: false", "not looked for: neighbourProbing: false")]
    public async Task Where_nobody_is_asked_the_plan_says_so(string line, string says)
    {
        using var project = new Project()
            .With("dev", "nodeDies: 0.5", "nodeDies: 10")
            .With("dev", "linkLost: 0.5", "linkLost: 10")
            .With("dev", "maximumPaths: 8", line);
        var plan = (await project.RunAsync("plan", "dev")).Done();
        Assert.Contains(says, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("asks every host", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firewall_rule_is_shown_with_whom_it_lets_in()
    {
        using var project = new Project().With("dev", "maximumPaths: 8", "firewall: { rule: 10 }");
        var plan = (await project.RunAsync("plan", "dev")).Done();
        Assert.Contains("rule 10 lets 10.10.30.0/24, 10.10.40.0/24 in to TCP port 179", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_uses_a_gateway_s_API_learns_what_the_stack_owns_and_what_nobody_watches()
    {
        using var project = new Project()
            .With("prod", "      ssh:\n        host: 172.29.51.1\n        user: root\n", "      delivery: api\n")
            .With("prod", "        hostKey: ssh-ed25519 ", "      api: { url: https://172.29.51.1 } # ")
            .With("prod", "nodeDies: 0.5", "nodeDies: 10")
            .With("prod", "nodeDrained: 1", "nodeDrained: 31")
            .With("prod", "linkLost: 0.5", "linkLost: 10");
        var plan = (await project.RunAsync("plan", "prod")).Done();
        Assert.Contains("warning: apiKeys.udm-pro\n", plan, StringComparison.Ordinal);
        Assert.Contains("warning: routers[0].delivery\n", plan, StringComparison.Ordinal);
        Assert.Contains(
            "The stack owns all of the BGP document of udm-pro's site default: each change restarts every session, "
                + "nobody there watches the sessions, nothing goes back by itself, and the kernel's settings stay as they are.",
            plan,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("SSH agent", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_router_that_is_gone_for_good_comes_with_what_to_do_next()
    {
        using var project = new Project().With("prod", "maximumPaths: 8", "retain: true");
        var plan = (await project.RunAsync("plan", "prod")).Done();
        Assert.Contains(
            "\n  info: routers[0].retain\n  udm-pro is left as it is: nobody connects to it, nothing is sent to it, no confirmation is asked of it.\n",
            plan,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("udm-pro-confirmation", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SSH agent", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_in_other_hands_comes_with_the_values_it_needs()
    {
        using var project = new Project().With("prod", "management: adopt", "management: external");
        var plan = (await project.RunAsync("plan", "prod")).Done();
        Assert.Contains("\nHelm values that kube-system/cilium needs\n", plan, StringComparison.Ordinal);
        Assert.Contains("\n  bgpControlPlane:\n    enabled: true\n", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("the Helm release", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_there_are_no_escape_sequences_and_no_line_is_cut()
    {
        var plan = (await Outcome.OfAsync(Repository.Root, "plan", "prod")).Done();
        Assert.DoesNotContain('\e', plan);
        Assert.Contains(plan.Split('\n'), line => line.Length > 120);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task A_narrow_terminal_loses_no_word(int width)
    {
        var wide = await PlanAsync(width: null, hasColour: false);
        var narrow = await PlanAsync(width, hasColour: false);
        Assert.Equal(WordsOf(wide), WordsOf(narrow));
        Assert.Contains(narrow.Split('\n'), line => line.Length <= width && line.Length > width / 2);
    }

    [Fact]
    public async Task Colour_only_adds_escape_sequences()
    {
        var coloured = await PlanAsync(width: null, hasColour: true);
        Assert.StartsWith("\e[1mStack prod", coloured, StringComparison.Ordinal);
        var plain = coloured.Replace("\e[0m", "").Replace("\e[1m", "").Replace("\e[2m", "");
        Assert.Equal(await PlanAsync(width: null, hasColour: false), plain);
    }

    private static Task<string> PlanAsync(int? width, bool hasColour)
    {
        using var output = new StringWriter();
        var here = new Surroundings(output, TextWriter.Null, Repository.Root, width, hasColour);
        CommandLine.Run(["plan", "prod"], here);
        return Task.FromResult(output.ToString());
    }

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split([' ', '\n', '│'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
