namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Numbers and states as the page says them.</summary>
internal static class Words
{
    /// <summary>As fine as is of use: 740 ms, 8.02 s, 6 min 12 s, 1 h 5 min.</summary>
    public static string Duration(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? $"{time.TotalMilliseconds:0} ms"
        : time < TimeSpan.FromMinutes(1) ? $"{time.TotalSeconds:0.00} s"
        : time < TimeSpan.FromHours(1) ? $"{time.Minutes} min {time.Seconds} s"
        : $"{(int)time.TotalHours} h {time.Minutes} min";

    /// <summary>A point on the traffic's clock.</summary>
    public static string At(TimeSpan time) => $"{time.TotalSeconds:0.00} s";

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    /// <summary>A word in a frame; the colour only repeats it.</summary>
    public static Markup State(Outcomes outcome) =>
        outcome switch
        {
            Outcomes.Passed => State("passed", "passed"),
            Outcomes.Failed => State("failed", "failed"),
            _ => State("left", "left out"),
        };

    public static Markup State(Check check) =>
        check.IsJudged ? State(check.Passed ? Outcomes.Passed : Outcomes.Failed) : State("left", "not judged");

    /// <summary>Addresses, each on a line of its own.</summary>
    public static Markup Addresses(IEnumerable<string> addresses) =>
        Markup.Each(addresses, address => Markup.Of($"<code class=\"line\">{address}</code>"));

    public static string Family(string address) => address.Contains(':') ? "IPv6" : "IPv4";

    private static Markup State(string kind, string word) => Markup.Of($"<span class=\"state {kind}\">{word}</span>");
}
