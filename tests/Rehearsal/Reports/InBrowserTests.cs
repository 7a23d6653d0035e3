using BgpLb.Rehearsal.Reports;
using BgpLb.Tests.Rehearsal.Reports.Support;
using Microsoft.Playwright;

namespace BgpLb.Tests.Rehearsal.Reports;

[Trait("Needs", "Programs")]
public class InBrowserTests(Chromium browser) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public Task The_page_is_readable_in_its_colours_with_bars_where_the_times_are(ColorScheme scheme, int width) =>
        AssertRight(scheme, width);

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 1280)]
    [Trait("Takes", "Long")]
    public Task So_it_is_the_other_way_round(ColorScheme scheme, int width) => AssertRight(scheme, width);

    [SkippableFact]
    public async Task The_page_is_readable_on_paper()
    {
        Chromium.Require();
        await using var page = await browser.Open(ProdReport.Report, ColorScheme.Dark, 720);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await AssertReadable(page);
        var colors = await browser.ColorsOf(await page.Page.ScreenshotAsync());
        Assert.Equal(0xffffff, colors.Ground);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public async Task Texts_of_pictures_stay_where_they_belong(int nodes)
    {
        Chromium.Require();
        await using var page = await browser.Open(ProdReport.Of(nodes), ColorScheme.Light, 1280);

        Assert.Empty(await page.Look<string[]>("spilledTexts"));
        Assert.Equal(nodes, await page.Page.Locator("svg.topology rect.node").CountAsync());
    }

    [SkippableFact]
    public async Task Several_routers_and_groups_and_long_names_have_their_places()
    {
        Chromium.Require();
        await using var page = await browser.Open(MadeReport.Crowded, ColorScheme.Light, 360);

        Assert.Empty(await page.Look<string[]>("spilledTexts"));
        Assert.Equal(4, await page.Page.Locator("svg.topology path.link").CountAsync());
        await AssertReadable(page);
    }

    [SkippableFact]
    public async Task The_policy_lets_nothing_in()
    {
        Chromium.Require();
        await using var page = await browser.Open(MadeReport.Small, ColorScheme.Light, 1280);

        var refused = await page.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const refused = [];
              document.addEventListener("securitypolicyviolation", (one) => refused.push(one.effectiveDirective));
              const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
              add("img", { src: "http://127.0.0.1:9/x.png" });
              add("script", { textContent: "window.ran = true" });
              add("iframe", { src: "http://127.0.0.1:9/" });
              add("link", { rel: "stylesheet", href: "http://127.0.0.1:9/x.css" });
              for (let i = 0; i < 1000 && refused.length < 4; i++) {
                await new Promise((done) => setTimeout(done, 50));
              }
              return [...refused.sort(), `ran: ${window.ran}`];
            }
            """
        );

        Assert.Equal(["frame-src", "img-src", "script-src-elem", "style-src-elem", "ran: undefined"], refused);
    }

    private async Task AssertRight(ColorScheme scheme, int width)
    {
        Chromium.Require();
        await using var page = await browser.Open(ProdReport.Report, scheme, width);

        await AssertReadable(page);
        Assert.Empty(await page.Look<string[]>("hiddenHeadings"));
        AssertTimelines(await page.Look<SeenTimeline[]>("timelines"));
        AssertColors(await browser.ColorsOf(await page.Page.ScreenshotAsync()), scheme);
        var texts = await page.Look<int>("texts");
        await page.Unfold();
        await AssertReadable(page);
        Assert.True(await page.Look<int>("texts") > texts + 100, "nothing was unfolded");
        Assert.Empty(page.OtherRequests);
        Assert.Empty(page.Complaints);
    }

    private static void AssertColors(Colors colors, ColorScheme scheme)
    {
        Assert.True(colors.Different > 50, $"{colors.Different} colours");
        Assert.InRange(colors.Share, 0.5, 0.97);
        Assert.Equal(scheme == ColorScheme.Light ? 0xffffff : 0x15171a, colors.Ground);
    }

    private static void AssertTimelines(SeenTimeline[] seen)
    {
        var records = ProdReport.Report.Scenarios.Select(scenario => scenario.Loss).OfType<LossRecord>().ToArray();
        Assert.Equal(records.Length, seen.Length);
        foreach (var (record, timeline) in records.Zip(seen))
        {
            timeline.AssertShows(record);
        }
    }

    private static async Task AssertReadable(OpenPage page)
    {
        Assert.Equal(0, await page.Look<int>("sideways"));
        Assert.Empty(await page.Look<string[]>("paleTexts"));
    }
}
