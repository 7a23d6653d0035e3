using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Execution;

/// <summary><c>random:RandomPassword</c>: another one when its keepers change.</summary>
internal sealed class PasswordProvider : IProvider
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public bool Makes(string type) => type == "random:index/randomPassword:RandomPassword";

    public JsonObject Make(string type, JsonObject inputs, Made? before) =>
        new() { ["result"] = RandomNumberGenerator.GetString(LettersAndDigits, (int)(long)inputs["length"]!) };

    public void Delete(string type, Made what)
    {
        // It was nowhere but in the state.
    }
}
