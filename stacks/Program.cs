using BgpLb.Stacks;

// Pulumi starts the program with the address of its engine; a person starts it with a verb.
return Environment.GetEnvironmentVariable("PULUMI_MONITOR") is { Length: > 0 }
    ? await UnderPulumi.RunAsync()
    : await CommandLine.RunAsync(args);
