using System.Text.RegularExpressions;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal;

/// <summary>An established BGP connection, as the kernel of one end sees it.</summary>
/// <param name="Local">This end: the address, in brackets for IPv6, and the port.</param>
/// <param name="Remote">The other end, likewise.</param>
/// <param name="Peer">The other end's address.</param>
/// <param name="IsStalled">
/// Whether TCP waits to send once more what was lost. It waits longer each time: after a fault of 3 s up to 3 s more, in
/// which the session may still run into its hold time.
/// </param>
internal sealed partial record Connection(string Local, string Remote, Address Peer, bool IsStalled)
{
    private static readonly string[] s_filter = "-tnoH state established ( sport = :179 or dport = :179 )".Split(' ');

    /// <summary>Those of a network.</summary>
    public static IReadOnlyList<Connection> In(Namespace network) => Read(network.Do("ss", s_filter));

    /// <summary>
    /// Whether it has got over whatever its link has lost: the other end has it too, and neither has anything to send
    /// once more.
    /// </summary>
    /// <param name="others">The connections of the other end.</param>
    public bool HasCaughtUp(IEnumerable<Connection> others) =>
        !IsStalled && others.Any(other => (other.Local, other.Remote, other.IsStalled) == (Remote, Local, false));

    /// <summary>Reads the answer of <c>ss</c>.</summary>
    /// <exception cref="RehearsalException">A line is of another form: nothing may be left out unseen.</exception>
    internal static IReadOnlyList<Connection> Read(string connections) =>
        [.. connections.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadLine)];

    private static Connection ReadLine(string text)
    {
        var line = Line().Match(text);
        return line.Success && Address.Parse(line.Groups["peer"].Value) is { } peer
            ? new(line.Groups["local"].Value, line.Groups["remote"].Value, peer, line.Groups["again"].Success)
            : throw new RehearsalException($"ss wrote a connection in a form that is not known here: {text}");
    }

    /// <summary>Two queues, both ends, and the timer that sends again, with how often it has done so.</summary>
    [GeneratedRegex(
        @"^\d+ +\d+ +(?<local>\S+) +(?<remote>\[?(?<peer>[0-9a-f.:]+)\]?:\d+) *(timer:\((on,[^,)]*,(?<again>[1-9]\d*)|[^)]*)\) *)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Line();
}
