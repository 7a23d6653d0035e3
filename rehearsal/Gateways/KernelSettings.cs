namespace BgpLb.Rehearsal;

/// <summary>The settings of a gateway's network stack (<c>net.ipv4</c>, <c>net.ipv6</c>), which are its own.</summary>
internal sealed class KernelSettings(GatewayRoot root)
{
    private Dictionary<string, string> _atFirst = [];

    public string this[string key]
    {
        get => Do("sysctl", "-n", key).Trim();
        set => Do("sysctl", "-q", "-w", $"{key}={value}");
    }

    /// <summary>Remembers what <see cref="Boot"/> goes back to.</summary>
    public void Remember() => _atFirst = ReadAll();

    /// <summary>Goes back to the first values, then loads <c>/etc/sysctl.d</c>.</summary>
    public void Boot()
    {
        foreach (var (key, value) in ReadAll())
        {
            if (_atFirst.TryGetValue(key, out var first) && first != value)
            {
                this[key] = first;
            }
        }

        Do(
            "bash",
            "-c",
            "shopt -s nullglob; files=(/etc/sysctl.d/*.conf); ((${#files[@]} == 0)) || sysctl -q -p \"${files[@]}\""
        );
    }

    private Dictionary<string, string> ReadAll() =>
        // A few cannot be read, which makes it fail.
        root.Run("", "sysctl", "-a", "-r", @"^net\.ipv[46]\.")
            .Output.Split('\n')
            .Select(line => line.Split(" = ", 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private string Do(params ReadOnlySpan<string> program)
    {
        var outcome = root.Run("", program);
        return outcome.Status == 0
            ? outcome.Output
            : throw new RehearsalException($"{string.Join(' ', program)}: {outcome.All}");
    }
}
