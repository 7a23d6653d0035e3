using BgpLb.Engine;
using BgpLb.Stacks;

// Not async: a plan would compile what waits for nothing. Pulumi starts the program with the address of its engine; a person starts it with a verb.
var variables = EngineEnvironment.VariablesOfThisProcess();
return EngineEnvironment.IsGiven(variables)
    ? UnderPulumi.RunAsync(variables, Environment.CurrentDirectory).GetAwaiter().GetResult()
    : CommandLine.Run(args);
