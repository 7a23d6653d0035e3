using BgpLb.Policies.Pack;
using BgpLb.Policies.Rules;

// The policy pack, started by the engine, which reads the port from the first line and then calls.
await using var server = await PackServer.StartAsync(new(AllRules.All));
Console.WriteLine(server.Port);
await server.WaitForEndAsync();
