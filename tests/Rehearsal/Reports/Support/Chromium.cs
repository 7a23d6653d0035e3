using BgpLb.Rehearsal.Reports;
using BgpLb.Tests.Cilium;
using Microsoft.Playwright;

namespace BgpLb.Tests.Rehearsal.Reports.Support;

/// <summary>A real browser, Debian's, without a window; one for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-pages-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Program => Tools.Find("chromium");

    public static void Require() => Repository.Require(Program is not null, "chromium (Debian: chromium)");

    public async Task InitializeAsync()
    {
        if (Program is { } program)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = program, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] }
            );
        }
    }

    /// <summary>Opens a report as a file, as its reader does.</summary>
    /// <param name="width">Of the window, in pixels.</param>
    internal async Task<OpenPage> Open(RehearsalReport report, ColorScheme scheme, int width)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid()}.html");
        await File.WriteAllTextAsync(path, HtmlReport.Of(report));
        var page = await _browser!.NewPageAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        var open = new OpenPage(page);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return open;
    }

    /// <summary>What a picture is made of.</summary>
    /// <param name="png">The picture.</param>
    internal async Task<Colors> ColorsOf(byte[] png)
    {
        var page = await _browser!.NewPageAsync();
        var colors = await page.EvaluateAsync<Colors>(
            """
            async (png) => {
              const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
              const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
              context.drawImage(image, 0, 0);
              const { data } = context.getImageData(0, 0, image.width, image.height);
              const counts = new Map();
              for (let i = 0; i < data.length; i += 4) {
                const color = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
                counts.set(color, (counts.get(color) ?? 0) + 1);
              }
              const [ground, most] = [...counts].sort((one, other) => other[1] - one[1])[0];
              return { different: counts.size, ground, share: most / (data.length / 4) };
            }
            """,
            Convert.ToBase64String(png)
        );
        await page.CloseAsync();
        return colors;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What a picture is made of.</summary>
internal sealed record Colors
{
    /// <summary>How many colours there are.</summary>
    public int Different { get; init; }

    /// <summary>The most frequent, as 0xRRGGBB.</summary>
    public int Ground { get; init; }

    /// <summary>Its part of the picture, from 0 to 1.</summary>
    public double Share { get; init; }
}
