// Prints what a start and a registration cost, as medians, with ratios measured in this run.
using BgpLb.Bench;

const int Runs = 15;
var bench = new Programs(args is [var folder] ? folder : Environment.CurrentDirectory);
var starts = await Starts.MeasureAsync(bench, Runs);
Console.WriteLine($"Whole processes, median of {Runs}, in turn");
Console.WriteLine($"  an empty .NET program                {starts.Empty * 1000, 7:0.0} ms");
Console.WriteLine(Line("dev against a recording engine", starts.Engine, 4 * starts.Empty));
Console.WriteLine(Line("bgplb plan dev, judged", starts.Plan, starts.Allowed(4)));
Console.WriteLine(Line("bgplb check dev prod", starts.Check, starts.Allowed(2)));
Console.WriteLine(Line("500 nodes, 20 routers, 1,000 pools", starts.Big, 2));

var fast = await Load.MeasureAsync(bench, 10_000, TimeSpan.Zero);
Console.WriteLine("10,000 resources, an engine that answers at once");
Console.WriteLine($"  registrations per second             {fast.PerSecond, 7:0}      goal: 5000 or more");
Console.WriteLine($"  peak memory of the program           {fast.PeakMegabytes, 7:0} MB   goal: 300 or less");

var slow = await Load.MeasureAsync(bench, 800, TimeSpan.FromMilliseconds(200));
Console.WriteLine("800 resources, an engine that takes 200 ms each, 16 at once");
Console.WriteLine($"  against the ideal                    {slow.AgainstIdeal, 7:0.00} x    goal: 1.10 or less");

var isMet =
    starts.Engine <= 4 * starts.Empty
    && starts.Plan <= starts.Allowed(4)
    && starts.Check <= starts.Allowed(2)
    && starts.Big <= 2
    && fast is { PerSecond: >= 5000, PeakMegabytes: <= 300 }
    && slow.AgainstIdeal <= 1.1;
Console.WriteLine(isMet ? "Every goal is met." : "Not every goal is met.");
return isMet ? 0 : 1;

static string Line(string what, double seconds, double goal) =>
    $"  {what, -36} {seconds * 1000, 7:0.0} ms   goal: {goal * 1000:0} or less";
