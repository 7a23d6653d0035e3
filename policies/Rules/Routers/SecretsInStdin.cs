using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>Command lines stand in process lists, in logs and in every error message.</summary>
internal static class SecretsInStdin
{
    /// <summary>A shorter secret would be found in any text.</summary>
    private const int Least = 8;

    public static Rule Rule { get; } =
        new()
        {
            Name = "secrets-in-stdin",
            Demand =
                "Commands get secrets on standard input, and nothing that they are told or say is kept in the clear.",
            Why =
                "A command line stands in process lists, and an error repeats the whole of it with all that the command printed.",
            Remedy =
                "Put the secret into stdin, with logging: none and addPreviousOutputInEnv: false; the command reads it from there.",
            Wrong = "create: configure --password s3cr3t",
            Right =
                "create: bash -s -- apply\nstdin: (a script with the password within, secret)\nlogging: none\naddPreviousOutputInEnv: false",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var secrets = Secrets(stack);
        Property? unknown = null;
        foreach (var command in stack.Resources.Where(Commands.IsCommand))
        {
            foreach (var (name, value) in command.Root.Entries.Where(entry => entry.Name is not "connection"))
            {
                foreach (var at in Parts(value))
                {
                    if (at.IsSecret)
                    {
                        if (name is not "stdin")
                        {
                            yield return new(at, $"{command.Name} has a secret in {at.Path}.");
                        }
                    }
                    else if (at.IsUnknown())
                    {
                        unknown = at;
                    }
                    else if (
                        at.Text is { } text
                        && secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))
                    )
                    {
                        yield return new(at, $"{command.Name} has the text of a secret in {at.Path}, in the clear.");
                    }
                }
            }

            foreach (var violation in command["stdin"].IsSecret ? Kept(command) : [])
            {
                yield return violation;
            }
        }

        _ = unknown?.Text;
    }

    /// <summary>What the command prints may hold what it was given.</summary>
    private static IEnumerable<Violation> Kept(StackResource command)
    {
        if (command["logging"].Text is not "none")
        {
            yield return new(
                command["logging"],
                $"{command.Name} has a secret in stdin, and what it prints is logged: logging is {command["logging"].Shown}."
            );
        }

        if (command["addPreviousOutputInEnv"].Flag is not false)
        {
            yield return new(
                command["addPreviousOutputInEnv"],
                $"{command.Name} has a secret in stdin, and what it prints comes back in its environment: "
                    + $"addPreviousOutputInEnv is {command["addPreviousOutputInEnv"].Shown}."
            );
        }
    }

    /// <summary>The secret as a whole, or the values within what is none.</summary>
    private static IEnumerable<Property> Parts(Property at) =>
        at.IsSecret || at.IsUnknown() ? [at]
        : at.Value is Fields ? at.Entries.SelectMany(entry => Parts(entry.Value))
        : at.Value is Items ? at.Elements.SelectMany(Parts)
        : [at];

    /// <summary>The texts of secrets: passwords and keys, not the address or the user within a secret connection.</summary>
    private static string[] Secrets(StackView stack) =>
        [
            .. stack
                .Resources.SelectMany(resource =>
                    resource.Properties.Entries.SelectMany(entry => Texts(entry.Name, entry.Value, isSecret: false))
                )
                .Where(text => text.Length >= Least)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Texts(string name, Value value, bool isSecret) =>
        value switch
        {
            Secret secret => Texts(name, secret.Inner, isSecret: true),
            Fields fields => fields.Entries.SelectMany(entry => Texts(entry.Name, entry.Value, isSecret)),
            Items items => items.Elements.SelectMany(element => Texts(name, element, isSecret)),
            Text text when isSecret && name is not ("host" or "hostKey" or "user") => [text.Content],
            _ => [],
        };
}
