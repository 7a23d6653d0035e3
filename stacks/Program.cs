using BgpLb.Engine;
using BgpLb.Stacks;

// Pulumi starts the program with the address of its engine; a person starts it with a verb.
var variables = EngineEnvironment.VariablesOfThisProcess();
return EngineEnvironment.IsGiven(variables)
    ? await UnderPulumi.RunAsync(variables, Environment.CurrentDirectory)
    : await CommandLine.RunAsync(args);
