using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Routers.Unifi;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>What the program does for a UniFi gateway's API, against a server over TLS.</summary>
public sealed class UnifiApiTests : IAsyncLifetime
{
    private const string Theirs = "router bgp 65000\n neighbor 10.0.0.9 password \"their own\"\n";

    private UnifiGateway _gateway = null!;

    private RouterDesign Router => Designs.Prod with { Access = _gateway.Api };

    private string Wanted => RouterConfiguration.Of(Router).Replace("<password>", Scripts.Password);

    private string? Text => (string?)_gateway.Document?["frr_bgpd_config"];

    public async Task InitializeAsync() => _gateway = await UnifiGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public void The_first_document_is_sent_whole_and_read_back()
    {
        var outcome = Apply();

        Assert.True(outcome.Status == 0, outcome.All);
        Assert.Equal("GET POST GET", _gateway.Requests);
        Assert.Equal(Wanted, Text);
        Assert.Equal(
            ("bgplb-prod", "bgplb-prod.conf", true),
            (
                (string?)_gateway.Document!["description"],
                (string?)_gateway.Document["uploaded_file_name"],
                (bool)_gateway.Document["enabled"]!
            )
        );
        Assert.StartsWith(
            "bgplb-prod replaces the BGP document of the site default; all sessions start anew:\n",
            outcome.Output
        );
        Assert.Contains("\n+  neighbor bgplb-prod-ipv4 password <password>\n", outcome.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_equal_document_is_not_sent_however_the_gateway_writes_it(bool isEscaped)
    {
        const string Password = "pä+ß/<&>€-𝄞";
        Assert.Equal(0, Apply(password: Password).Status);
        _gateway.Encoder = isEscaped ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        _gateway.IsIndented = isEscaped;

        var outcome = Apply(password: Password);

        Assert.Equal((0, "udm-pro has this document already\n", ""), (outcome.Status, outcome.Output, outcome.Errors));
        Assert.Equal("GET POST GET GET", _gateway.Requests);
    }

    [Fact]
    public void Of_a_new_document_the_difference_is_shown()
    {
        Assert.Equal(0, Apply().Status);

        var outcome = Apply(Router with { MaximumPaths = 4 });

        Assert.True(outcome.Status == 0, outcome.All);
        Assert.Contains("\n-   maximum-paths 8\n+   maximum-paths 4\n", outcome.Output);
        Assert.Contains("maximum-paths 4\n", Text);
        Assert.DoesNotContain("router-id", outcome.Output);
    }

    [Fact]
    public void Another_password_alone_is_sent_and_not_shown()
    {
        Assert.Equal(0, Apply(password: "the-old-one").Status);

        var outcome = Apply();

        Assert.Equal(Wanted, Text);
        Assert.Contains("  the same lines, with another password or switched on again\n", outcome.Output);
    }

    [Fact]
    public void A_document_that_was_switched_off_is_switched_on()
    {
        Assert.Equal(0, Apply().Status);
        _gateway.Document!["enabled"] = false;

        Assert.Equal(0, Apply().Status);

        Assert.True((bool)_gateway.Document["enabled"]!);
    }

    [Theory]
    [InlineData("their BGP")]
    [InlineData("bgplb-prod-2")]
    [InlineData(null)]
    public void A_document_of_somebody_else_is_left_alone(string? description)
    {
        _gateway.Document = Foreign(description);

        var outcome = Apply();

        Assert.Equal(6, outcome.Status);
        Assert.Equal(
            $"""
            bgplb-prod: udm-pro has a BGP document that this stack did not write (its description is "{description}", not "bgplb-prod").
            Over the API a site has one document, and this stack would replace all of it. Nothing was changed. Move what is still
            needed out of it and delete it on the gateway (Routing > BGP); or, to hand it over as it is, set its description to bgplb-prod.
            Then run the update again.

            """,
            outcome.Errors
        );
        Assert.Equal("GET", _gateway.Requests);
    }

    [Fact]
    public void A_document_that_is_handed_over_by_its_description_is_replaced()
    {
        _gateway.Document = Foreign("bgplb-prod");

        var outcome = Apply();

        Assert.True(outcome.Status == 0, outcome.All);
        Assert.Equal(Wanted, Text);
        Assert.Contains("\n-  neighbor 10.0.0.9 password <password>\n", outcome.Output);
        Assert.DoesNotContain("their own", outcome.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_document_that_does_not_stick_is_taken_back(bool hadOne)
    {
        if (hadOne)
        {
            Assert.Equal(0, Apply(Router with { MaximumPaths = 4 }).Status);
        }

        var before = _gateway.Document?.ToJsonString();
        _gateway.Keep = sent =>
        {
            sent["frr_bgpd_config"] = ((string)sent["frr_bgpd_config"]!).Replace("maximum-paths 8", "maximum-paths 2");
            return sent;
        };

        var outcome = Apply();

        Assert.Equal(8, outcome.Status);
        Assert.Equal(
            "bgplb-prod: udm-pro: it took the document and has another one now; the document is back to what it was\n",
            outcome.Errors
        );
        Assert.Equal(before, _gateway.Document?.ToJsonString());
    }

    [Fact]
    public void What_cannot_be_taken_back_is_said()
    {
        Assert.Equal(0, Apply(Router with { MaximumPaths = 4 }).Status);
        _gateway.Keep = _ => null;

        var outcome = Apply();

        Assert.Equal(8, outcome.Status);
        Assert.Equal(
            "bgplb-prod: udm-pro: it took the document and has another one now; "
                + "and what was there before could not be put back: look at the gateway under Routing > BGP\n",
            outcome.Errors
        );
    }

    [Fact]
    public void A_refused_document_changes_nothing()
    {
        Assert.Equal(0, Apply(Router with { MaximumPaths = 4 }).Status);
        var before = _gateway.Document!.ToJsonString();
        _gateway.Refuse = method => method == "POST" ? (400, """{"code":"api.err.InvalidPayload"}""") : null;

        var outcome = Apply();

        Assert.Equal(
            (7, "bgplb-prod: udm-pro: it answers 400 \"api.err.InvalidPayload\"; nothing was changed\n"),
            (outcome.Status, outcome.Errors)
        );
        Assert.Equal(before, _gateway.Document!.ToJsonString());
    }

    [Fact]
    public void A_gateway_without_BGP_is_told_apart()
    {
        _gateway.Refuse = _ =>
            (404, """{"code":"api.err.BgpUnsupportedDevice","message":"Device doesn't support BGP"}""");

        var outcome = Apply();

        Assert.Equal(3, outcome.Status);
        Assert.Equal(
            """
            bgplb-prod: udm-pro: this gateway has no BGP (404 api.err.BgpUnsupportedDevice): its model cannot, or its version is too old, or no
            gateway has been adopted by the site default

            """,
            outcome.Errors
        );
        Assert.Equal((0, "udm-pro has no BGP\n"), (Remove().Status, Remove().Output));
    }

    [Fact]
    public void A_wrong_key_comes_with_how_to_set_the_right_one()
    {
        var outcome = Run(
            UnifiMode.Apply,
            RouterScripts.ChangeByApi(Router, _gateway.Api, "wrong-key", Scripts.Password)
        );

        Assert.Equal(3, outcome.Status);
        Assert.Equal(
            """
            bgplb-prod: udm-pro: it does not know the API key (401); make one on the gateway under Control Plane > Integrations, then:
            pulumi config set --secret --path 'apiKeys.udm-pro'

            """,
            outcome.Errors
        );
        Assert.DoesNotContain("wrong-key", outcome.All);
    }

    [Theory]
    [InlineData(403, "the API key may not do this (403); it has to be that of an administrator")]
    [InlineData(404, "it has no site default, or it is no UniFi gateway (404)")]
    [InlineData(302, "it answers 302")]
    [InlineData(500, "it answers 500")]
    public void Other_refusals_are_explained(int status, string meaning)
    {
        _gateway.Refuse = _ => (status, "{}");

        Assert.Equal((3, $"bgplb-prod: udm-pro: {meaning}\n"), (Apply().Status, Apply().Errors));
    }

    [Fact]
    public void What_answers_without_JSON_is_no_gateway()
    {
        _gateway.Refuse = _ => (200, "<!doctype html>");

        Assert.Equal(
            $"bgplb-prod: udm-pro: what answers at {_gateway.Api.Document} is no UniFi gateway: its answer is no JSON\n",
            Apply().Errors
        );
    }

    [Fact]
    public async Task A_gateway_that_is_away_is_named()
    {
        var router = Router;
        await _gateway.DisposeAsync();

        var outcome = Apply(router);

        Assert.Equal(3, outcome.Status);
        Assert.Equal(
            $"bgplb-prod: udm-pro does not answer at {_gateway.Api.Document}: Connection refused\n",
            outcome.Errors
        );
    }

    [Fact]
    public void Somebody_with_another_key_gets_neither_key_nor_password()
    {
        var pin = Convert.ToBase64String(new byte[32]);

        var outcome = Apply(Router with { Access = _gateway.Api with { Pin = pin } });

        Assert.Equal(3, outcome.Status);
        Assert.Equal(
            $"bgplb-prod: {_gateway.Api.Document} shows another key than the one in api.certificate: it was renewed, or "
                + $"somebody else answers; it shows sha256//{_gateway.Api.Pin}\n",
            outcome.Errors
        );
        Assert.Equal("", _gateway.Requests);
    }

    [Fact]
    public void A_certificate_of_the_gateway_s_own_has_to_be_pinned()
    {
        var outcome = Apply(Router with { Access = _gateway.Api with { Pin = null } });

        Assert.Equal(3, outcome.Status);
        Assert.Equal(
            $"bgplb-prod: nobody vouches for the certificate of {_gateway.Api.Document}: pin it with api.certificate; "
                + $"it shows sha256//{_gateway.Api.Pin} (compare that on the gateway first)\n",
            outcome.Errors
        );
        Assert.Equal("", _gateway.Requests);
    }

    [Fact]
    public void The_stack_s_own_document_is_deleted()
    {
        Assert.Equal(0, Apply().Status);

        var outcome = Remove();

        Assert.Equal((0, ""), (outcome.Status, outcome.All));
        Assert.Null(_gateway.Document);
        Assert.Equal("udm-pro has no BGP document\n", Remove().Output);
    }

    [Fact]
    public void Somebody_else_s_document_is_not_deleted()
    {
        _gateway.Document = Foreign("their BGP");

        Assert.Equal(
            (0, "the BGP document of udm-pro is not this stack's: left alone\n"),
            (Remove().Status, Remove().Output)
        );
        Assert.Equal(Theirs, Text);
    }

    [Fact]
    public void A_confirmation_compares_sends_nothing_and_says_that_nobody_watches()
    {
        Assert.Equal(0, Apply().Status);

        var outcome = Confirm();

        Assert.Equal(
            (
                0,
                """
                udm-pro has the document of d1. Over the API nobody on the router watches the sessions: there is no revert
                timer, and this is no word that the sessions stand

                """
            ),
            (outcome.Status, outcome.Output)
        );
        Assert.Equal("GET POST GET GET", _gateway.Requests);
    }

    [Fact]
    public void A_confirmation_fails_when_the_document_is_another_one()
    {
        Assert.Equal(0, Apply(Router with { MaximumPaths = 4 }).Status);

        var outcome = Confirm();

        Assert.Equal(5, outcome.Status);
        Assert.Equal(
            """
            bgplb-prod: udm-pro has not the document of this stack any more: somebody replaced it, or switched it off.
            To have it written again, let Pulumi forget that it was: pulumi state delete the command udm-pro-change, then pulumi up

            """,
            outcome.Errors
        );
        Assert.Contains("maximum-paths 4", Text);
    }

    [Fact]
    public void Key_and_password_are_never_said()
    {
        var all = Apply().All + Apply().All + Confirm().All + Apply(password: "another-secret").All;
        _gateway.Keep = _ => null;
        all += Apply().All + Remove().All;
        // As a careless gateway would.
        _gateway.Refuse = _ => (400, $$"""{"code":"no {{UnifiGateway.Key}} {{Scripts.Password}}"}""");
        all += Apply().All + Remove().All + Confirm().All;

        Assert.All(
            [UnifiGateway.Key, Scripts.Password, "another-secret"],
            secret => Assert.DoesNotContain(secret, all)
        );
    }

    [Fact]
    public void A_document_that_was_taken_without_an_answer_is_found()
    {
        _gateway.Hang = method => method == "POST";

        var outcome = Apply();

        Assert.True(outcome.Status == 0, outcome.All);
        Assert.Equal(Wanted, Text);
    }

    [Theory]
    [InlineData(0.1, 600, "no connection within 0.1 s")]
    [InlineData(600, 0.1, "no answer within 0.1 s")]
    public async Task A_gateway_that_is_silent_is_not_waited_for(double toConnect, double forAll, string reason)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var url = new Uri($"https://{silent.LocalEndpoint}/");
        using var client = new UnifiClient(
            new("bgplb-prod", "udm-pro", url, "default", "", "", "", ""),
            TimeSpan.FromSeconds(toConnect),
            TimeSpan.FromSeconds(forAll)
        );

        var failure = await Assert.ThrowsAsync<UnifiFailure>(() => client.AskAsync(HttpMethod.Get));

        Assert.Equal(3, failure.Status);
        Assert.Equal($"udm-pro does not answer at {url}: {reason}", failure.Message);
    }

    [Fact]
    public void A_gateway_that_ends_its_connections_is_told_from_one_that_refuses()
    {
        _gateway.Hang = _ => true;

        Assert.Equal(
            (
                3,
                $"bgplb-prod: udm-pro does not answer at {_gateway.Api.Document}: "
                    + "the connection ended in the middle of an answer\n"
            ),
            (Apply().Status, Apply().Errors)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-secret")]
    [InlineData("[\"a-secret\"]")]
    [InlineData("""{"owner":"a-secret"}""")]
    [InlineData(
        """{"owner":"o","router":"r","url":"http://a-secret","site":"s","pin":"","apiKey":"","document":"","digest":""}"""
    )]
    public void What_is_no_order_is_refused_and_not_quoted(string input)
    {
        var outcome = Run(UnifiMode.Apply, input);

        Assert.Equal((2, ""), (outcome.Status, outcome.Output));
        Assert.StartsWith("unifi-api: Pulumi starts this, with what to do in standard input", outcome.Errors);
        Assert.DoesNotContain("a-secret", outcome.Errors);
    }

    private static JsonObject Foreign(string? description) =>
        new()
        {
            ["enabled"] = true,
            ["frr_bgpd_config"] = Theirs,
            ["uploaded_file_name"] = "frr.conf",
            ["description"] = description,
        };

    private Outcome Apply(RouterDesign? router = null, string password = Scripts.Password)
    {
        router ??= Router;
        return Run(
            UnifiMode.Apply,
            RouterScripts.ChangeByApi(router, (ApiSettings)router.Access, UnifiGateway.Key, password)
        );
    }

    private Outcome Remove() =>
        Run(UnifiMode.Remove, RouterScripts.ChangeByApi(Router, _gateway.Api, UnifiGateway.Key, Scripts.Password));

    private Outcome Confirm() =>
        Run(
            UnifiMode.Confirm,
            RouterScripts.ConfirmByApi(Router, _gateway.Api, UnifiGateway.Key, Scripts.Password, "d1")
        );

    private static Outcome Run(UnifiMode mode, LocalScript script) => Run(mode, Scripts.Plain(script.Stdin));

    private static Outcome Run(UnifiMode mode, string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = UnifiRun.RunAsync(mode, input, output, errors, TimeSpan.Zero).GetAwaiter().GetResult();
        return new(status, output.ToString(), errors.ToString());
    }
}
