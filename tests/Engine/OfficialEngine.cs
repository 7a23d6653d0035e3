using System.Diagnostics;
using System.Text.Json;

namespace BgpLb.Tests.Engine;

/// <summary>An engine of the code that Pulumi generates from its own protocol definitions.</summary>
internal sealed class OfficialEngine : IDisposable
{
    private readonly Process _process;

    private OfficialEngine(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    public static async Task<OfficialEngine> StartAsync(params string[] options)
    {
        OfficialPackages.Need();
        string[] arguments = ["--project", SampleGraph.Project, "--stack", SampleGraph.Stack, .. options];
        var process = OfficialPackages.Start("serve.js", arguments, []);
        var port = await process.StandardOutput.ReadLineAsync();
        return port is not null
            ? new(process, $"127.0.0.1:{port}")
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Waits for the first registration; only with <c>--tell</c>.</summary>
    public async Task CalledAsync() =>
        Assert.Equal("called", await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit));

    /// <summary>Ends it, and gives back what it recorded.</summary>
    public async Task<JsonElement> EndAsync()
    {
        _process.StandardInput.Close();
        var recording = JsonDocument.Parse(await _process.StandardOutput.ReadToEndAsync());
        await _process.WaitForExitAsync();
        return recording.RootElement;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
