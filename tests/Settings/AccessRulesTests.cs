using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BgpLb.Settings;

namespace BgpLb.Tests.Settings;

/// <summary>How a router is reached: by SSH, or by a UniFi gateway's API.</summary>
public sealed class AccessRulesTests
{
    private const string Ssh = """
              ssh:
                host: 172.29.51.1
                user: root
                # An example. Yours: ssh-keyscan -t ed25519 172.29.51.1, compared on the router's console.
                hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL8wyjWt4hU1nM157d1kbKGsxw/4yUlmZ/q8zpJams20

        """;

    private const string UrlAllowed = "https://HOST or https://HOST:PORT, and nothing after it";
    private const string PinAllowed = "a certificate as PEM, or sha256//BASE64 of its public key";

    /// <summary>The shipped stack, with its gateway reached over the API.</summary>
    internal static StackText Prod { get; } =
        WithPromises(StackText.Prod.With(Ssh, "      delivery: api\n      api:\n        url: https://172.29.51.1\n"));

    /// <summary>Promises that hold where nobody can tell the gateway's kernel to probe.</summary>
    internal static StackText WithPromises(StackText prod) =>
        prod.With("nodeDies: 0.5", "nodeDies: 10")
            .With("linkLost: 0.5", "linkLost: 10")
            .With("nodeDrained: 1", "nodeDrained: 31");

    [Fact]
    public void A_gateway_is_reached_over_its_API_without_SSH()
    {
        var router = Prod.IsAccepted().Routers[0];

        Assert.Equal(new ApiSettings(new("https://172.29.51.1"), "default", Pin: null), router.Access);
        Assert.Equal(
            "https://172.29.51.1/proxy/network/v2/api/site/default/bgp/config",
            ((ApiSettings)router.Access).Document.AbsoluteUri
        );
    }

    [Theory]
    [InlineData("vyos")]
    [InlineData("frr")]
    public void Only_a_UniFi_gateway_has_the_API(string dialect)
    {
        var prod = Prod.With("dialect: unifi", $"dialect: {dialect}");

        prod.IsRefusedWith(
            $"{prod.LineOf("delivery:")} routers[0].delivery: found api with dialect {dialect}; "
                + "allowed: ssh: only a UniFi gateway takes its BGP configuration over an API"
        );
    }

    [Fact]
    public void There_are_two_ways() =>
        Prod.With("delivery: api", "delivery: telnet # once")
            .With("      api:\n        url: https://172.29.51.1\n", Ssh)
            .With("delivery: telnet # once", "delivery: telnet")
            .IsRefused("routers[0].delivery: found \"telnet\"; allowed: one of ssh, api");

    [Fact]
    public void SSH_needs_its_settings()
    {
        var prod = StackText.Prod.With(Ssh, "");

        prod.IsRefusedWith(
            $"{prod.LineOf("- name: udm-pro")} routers[0].ssh: found nothing; "
                + "allowed: host, user and hostKey, as delivery is ssh"
        );
    }

    [Fact]
    public void The_API_needs_its_settings()
    {
        var prod = StackText.Prod.With(Ssh, "      delivery: api\n");

        prod.IsRefusedWith(
            $"{prod.LineOf("- name: udm-pro")} routers[0].api: found nothing; "
                + "allowed: the gateway's url, as delivery is api"
        );
    }

    [Fact]
    public void Settings_of_the_other_way_are_refused()
    {
        StackText
            .Prod.With("maximumPaths: 8", "api: { url: https://172.29.51.1 }")
            .IsRefused("routers[0].api: found settings that nothing uses; allowed: none, as delivery is ssh");
        StackText
            .Prod.With("maximumPaths: 8", "api: { url: https://172.29.51.1 }\n      delivery: api")
            .With("      ssh:\n", "      ssh: # unused\n")
            .IsRefused("routers[0].ssh: found settings that nothing uses; allowed: none, as delivery is api");
    }

    [Theory]
    [InlineData("http://172.29.51.1")]
    [InlineData("172.29.51.1")]
    [InlineData("https://172.29.51.1/network")]
    [InlineData("https://root@172.29.51.1")]
    [InlineData("https://172.29.51.1?site=x")]
    [InlineData("https://")]
    [InlineData("https://172.29.51.1:99999")]
    public void A_url_is_a_host_behind_TLS(string url) =>
        Prod.With("url: https://172.29.51.1", $"url: {url}")
            .IsRefused($"routers[0].api.url: found \"{url}\"; allowed: {UrlAllowed}");

    [Theory]
    [InlineData("https://172.29.51.1/", "172.29.51.1")]
    [InlineData("https://unifi.home.example:8443", "unifi.home.example")]
    [InlineData("\"https://[fd47:25e1:2f96:51::1]\"", "[fd47:25e1:2f96:51::1]")]
    public void A_url_may_have_a_port_and_an_IPv6_address(string url, string target) =>
        Assert.Equal(
            target,
            Prod.With("url: https://172.29.51.1", $"url: {url}").IsAccepted().Routers[0].Access.Target
        );

    [Fact]
    public void A_gateway_does_not_stand_among_the_VIPs() =>
        Prod.With("url: https://172.29.51.1", "url: https://172.29.52.1")
            .With("bgplb:vipSubnets: [172.29.52.0/24", "bgplb:vipSubnets: [172.29.52.0/24")
            .IsRefused(
                "vipSubnets[0]: found 172.29.52.0/24, which holds the router's own 172.29.52.1 (routers[0].api.url); "
                    + "allowed: a network that is on no interface: only announcements lead there"
            );

    [Theory]
    [InlineData("my site")]
    [InlineData("../../self")]
    public void A_site_is_named_by_one_word(string site) =>
        Prod.With("        url:", "        site: here\n        url:")
            .With("site: here", $"site: {site}")
            .IsRefused(
                $"routers[0].api.site: found \"{site}\"; allowed: a site's short name of letters, digits, - and _"
            );

    [Fact]
    public void A_certificate_is_pinned_by_its_public_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=unifi.local", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow);
        var pin = Convert.ToBase64String(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        var pem = certificate.ExportCertificatePem().Replace("\n", "\n          ");

        Assert.Equal(pin, PinOf($"certificate: |\n          {pem}\n"));
        Assert.Equal(pin, PinOf($"certificate: sha256//{pin}\n"));
    }

    [Theory]
    [InlineData("sha256//c2hvcnQ=")]
    [InlineData("sha256//????")]
    [InlineData("sha1//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("unifi.local")]
    public void What_pins_no_key_is_refused(string certificate) =>
        Prod.With("        url:", "        certificate: here\n        url:")
            .With("certificate: here", $"certificate: {certificate}")
            .IsRefused($"routers[0].api.certificate: found \"{certificate}\"; allowed: {PinAllowed}");

    [Fact]
    public void A_key_is_for_the_way_that_is_used()
    {
        Prod.And("  bgplb:sshKeys: { udm-pro: { secure: v1:abc } }")
            .IsRefused(
                "sshKeys.udm-pro: found a key that nothing uses; allowed: none, as the router's delivery is api"
            );
        StackText
            .Prod.And("  bgplb:apiKeys: { udm-pro: { secure: v1:abc } }")
            .IsRefused(
                "apiKeys.udm-pro: found a key that nothing uses; allowed: none, as the router's delivery is ssh"
            );
        Prod.And("  bgplb:apiKeys: { udm-pro: { secure: v1:abc } }").IsAccepted();
    }

    [Fact]
    public void An_API_key_belongs_to_a_router() =>
        Prod.And("  bgplb:apiKeys: { udmpro: { secure: v1:abc } }")
            .IsRefused(
                "apiKeys.udmpro: found a key for an unknown router; allowed: \"udm-pro\" is the nearest known one"
            );

    [Theory]
    [InlineData("api key")]
    [InlineData("api\"key")]
    [InlineData("api'key")]
    [InlineData("api\\key")]
    [InlineData("apikey\n")]
    [InlineData("apikeyä")]
    [InlineData("")]
    public void An_API_key_of_other_letters_is_refused_and_not_quoted(string key)
    {
        var form = EngineForm
            .Of(Prod)
            .With("bgpPassword", "password")
            .With("apiKeys", new System.Text.Json.Nodes.JsonObject { ["udm-pro"] = key }.ToJsonString());

        var reading = EngineForm.Read(form, secrets: ["bgplb:bgpPassword", "bgplb:apiKeys"]);

        Assert.Equal(
            "apiKeys.udm-pro: found a key with forbidden characters; "
                + "allowed: the API key alone, without blanks, quotes and backslashes",
            $"{Assert.Single(reading.Problems)}"
        );
    }

    [Fact]
    public void The_engine_has_to_bring_the_API_key_unless_the_gateway_is_gone()
    {
        Assert.Equal(
            "apiKeys.udm-pro: found nothing; "
                + "allowed: the key of the gateway's API: pulumi config set --secret --path 'apiKeys.udm-pro'",
            Assert.Single(Live(Prod))
        );
        Assert.Empty(Live(Prod.With("maximumPaths: 8", "retain: true")));
    }

    [Fact]
    public void A_gateway_s_document_has_one_owner()
    {
        var second = StackText
            .Dev.As("second")
            .With("routerId: 10.10.10.1", "routerId: 172.29.51.1")
            .With("asn: 64512\n", "asn: 64513\n")
            .With("    asn: 64513\n    podCidrs", "    asn: 64515\n    podCidrs");
        var prod = Prod.With("delivery: api", "delivery: api");

        prod.IsRefused(
            "routers[0].delivery: found api, for a router of stack second too; "
                + "allowed: ssh in both: over the API a router has one document, and one stack owns all of it",
            second
        );
        second
            .With("maximumPaths: 8", "delivery: ssh")
            .IsRefused(
                "routers[0].delivery: found ssh, but api in stack prod; "
                    + "allowed: ssh in both: over the API a router has one document, and one stack owns all of it",
                prod
            );
    }

    [Fact]
    public void Nobody_on_the_gateway_waits_so_no_wait_is_too_short() =>
        Prod.With("holdTime: 9", "connectRetryTime: 53")
            .With("      routerReboots: 15\n", "")
            .With("maximumPaths: 8", "revertAfter: 60")
            .IsAccepted();

    private static string? PinOf(string line) =>
        ((ApiSettings)Prod.With("        url:", $"        {line}        url:").IsAccepted().Routers[0].Access).Pin;

    private static IEnumerable<string> Live(StackText stack) =>
        EngineForm
            .Read(EngineForm.Of(stack).With("bgpPassword", "password"), secrets: ["bgplb:bgpPassword"])
            .Problems.Select(problem => $"{problem}");
}
