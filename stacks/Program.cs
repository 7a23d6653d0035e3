using BgpLb.Engine;
using BgpLb.Routers.Unifi;
using BgpLb.Stacks;

// Not async: a plan would compile what waits for nothing. Pulumi starts the program with the address of its engine; a person starts it with a verb.
// A command of the engine may have inherited an address from whoever started the engine.
var variables = EngineEnvironment.VariablesOfThisProcess();
return EngineEnvironment.IsGiven(variables) && args is not [UnifiRun.Verb, ..]
    ? UnderPulumi.RunAsync(variables, Environment.CurrentDirectory).GetAwaiter().GetResult()
    : CommandLine.Run(args);
