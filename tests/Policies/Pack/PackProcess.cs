using System.Diagnostics;
using System.Globalization;

namespace BgpLb.Tests.Policies.Pack;

/// <summary>The policy pack in a process of its own.</summary>
internal sealed class PackProcess : IDisposable
{
    private readonly Process _process;

    private PackProcess(Process process, string port)
    {
        _process = process;
        Port = port;
    }

    public string Port { get; }

    public int Id => _process.Id;

    /// <summary>Starts it in a folder that is not its own.</summary>
    /// <param name="isByEngine">As the engine does: by <c>dotnet run</c>, which takes seconds more.</param>
    public static async Task<PackProcess> StartAsync(bool isByEngine)
    {
        var pack = Path.Combine(Repository.Root, "policies");
        string[] program = isByEngine
            ? ["run", "--no-build", "--project", pack, "--"]
            : [Path.Combine(pack, "bin", "Debug", "net10.0", "BgpLb.Policies.dll")];
        var start = new ProcessStartInfo("dotnet", [.. program, "127.0.0.1:1"])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync();
        if (ushort.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            return new(process, first);
        }

        throw new InvalidOperationException($"{first}\n{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Waits for its end; gives its exit status and whatever it printed after the port.</summary>
    public async Task<(int ExitCode, string Printed)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        var errors = _process.StandardError.ReadToEndAsync(patience.Token);
        var output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, output + await errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
