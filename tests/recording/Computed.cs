namespace BgpLb.Recording;

/// <summary>The outputs that providers add to a resource's inputs, for the types in use.</summary>
internal static class Computed
{
    public static IReadOnlyList<(string Name, bool IsSecret)> Of(string type) =>
        type switch
        {
            "random:index/randomPassword:RandomPassword" => [("result", true), ("bcryptHash", true)],
            "command:remote:Command" => [("stdout", false), ("stderr", false)],
            _ => [],
        };
}
