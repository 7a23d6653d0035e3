using Microsoft.Playwright;

namespace BgpLb.Tests.Rehearsal.Reports.Support;

/// <summary>A report in the browser, and what the browser had to say about it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly string Script = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "Rehearsal", "Reports", "Support", "look.js")
    );

    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Add(request.Url);
        page.Console += (_, message) => _complaints.Add(message.Text);
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What was asked for beside the page itself.</summary>
    public IEnumerable<string> OtherRequests => _requests.Where(url => url != Page.Url);

    /// <summary>What stands on the console.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What one of the functions of look.js finds.</summary>
    public Task<T> Look<T>(string function) =>
        Page.EvaluateAsync<T>($"() => {{ {Script}\nreturn look.{function}(); }}");

    /// <summary>Opens all that a reader can open.</summary>
    public Task Unfold() =>
        Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => (one.open = true))");

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
