namespace BgpLb.Rehearsal.Clusters.Cilium;

/// <summary>
/// The programs of Cilium's own control plane: <c>testcluster</c> (a Kubernetes API server) and <c>cilium-bgp</c>
/// (Cilium's operator and agent without a datapath).
/// </summary>
/// <param name="ApiServer">The path of testcluster.</param>
/// <param name="Cilium">The path of cilium-bgp.</param>
public sealed record CiliumTools(string ApiServer, string Cilium)
{
    /// <summary>Names the folder that is looked into first.</summary>
    public const string Variable = "BGPLB_TOOLS";

    /// <summary>Those in the folder that the variable names, else those on PATH; null where one of them is missing.</summary>
    public static CiliumTools? Find() =>
        PathOf("testcluster") is { } apiServer && PathOf("cilium-bgp") is { } cilium ? new(apiServer, cilium) : null;

    private static string? PathOf(string program)
    {
        var inFolder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
            ? Path.Combine(folder, program)
            : null;
        return File.Exists(inFolder) ? inFolder : Shell.Find(program);
    }
}
