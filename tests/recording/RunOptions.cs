using System.Globalization;

namespace BgpLb.Recording;

/// <summary>What the program was asked to run and how.</summary>
internal sealed record RunOptions
{
    public const string Usage = """
        recording-engine [OPTIONS] -- COMMAND [ARGUMENTS]

        Runs a command as the Pulumi engine would, writes down what it registers, and ends with its exit code.

          --record FILE       where the recording goes, as JSON
          --project NAME      PULUMI_PROJECT (default: project)
          --stack NAME        PULUMI_STACK (default: stack)
          --config FILE       PULUMI_CONFIG: a JSON object of texts
          --secret-key KEY    a key of the configuration that is secret; may be given more than once
          --parallel N        PULUMI_PARALLEL (default: 16)
          --preview           nothing is known that a provider would compute
          --delay-ms N        how long each registration takes
          --measure-only      echo no inputs, and keep nothing but measurements
          --fail NAME         refuse the registration of the resource with this name
        """;

    public string Project { get; private set; } = "project";

    public string Stack { get; private set; } = "stack";

    public string? Record { get; private set; }

    public string? Config { get; private set; }

    public List<string> SecretKeys { get; } = [];

    public string Parallel { get; private set; } = "16";

    public RecordingOptions Engine { get; private set; } = new();

    public IReadOnlyList<string> Command { get; private set; } = [];

    /// <summary>The options of a command line, or null where it makes no sense.</summary>
    public static RunOptions? Parse(string[] arguments)
    {
        var options = new RunOptions();
        for (var at = 0; at < arguments.Length; at++)
        {
            switch (arguments[at])
            {
                case "--":
                    options.Command = arguments[(at + 1)..];
                    return options.Command.Count > 0 ? options : null;
                case "--preview":
                    options.Engine = options.Engine with { DryRun = true };
                    break;
                case "--measure-only":
                    options.Engine = options.Engine with { MeasureOnly = true };
                    break;
                case var name when at + 1 < arguments.Length && options.Set(name, arguments[at + 1]):
                    at++;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private bool Set(string name, string value)
    {
        switch (name)
        {
            case "--record":
                Record = value;
                return true;
            case "--project":
                Project = value;
                return true;
            case "--stack":
                Stack = value;
                return true;
            case "--config":
                Config = value;
                return true;
            case "--secret-key":
                SecretKeys.Add(value);
                return true;
            case "--parallel":
                Parallel = value;
                return true;
            case "--fail":
                Engine = Engine with { Fail = value };
                return true;
            case "--delay-ms" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var delay):
                Engine = Engine with { Delay = TimeSpan.FromMilliseconds(delay) };
                return true;
            default:
                return false;
        }
    }
}
