using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>Cilium as the stack has it: the Helm release, or where somebody else installs it, what it takes for granted.</summary>
/// <param name="Version">The chart's version.</param>
/// <param name="Values">The Helm values.</param>
internal sealed record Installation(Property Version, Property Values)
{
    private const string Component = "bgplb:index:CiliumRelease";

    /// <summary>Null for a resource that is something else.</summary>
    public static Installation? Of(StackResource resource) =>
        resource.Type switch
        {
            "kubernetes:helm.sh/v3:Release" when IsCilium(resource) => new(resource["version"], resource["values"]),
            Component when resource["management"].Text == "external" => new(
                resource["version"],
                resource["neededValues"]
            ),
            _ => null,
        };

    public static IEnumerable<Installation> Of(StackView stack) => stack.Resources.Select(Of).OfType<Installation>();

    /// <summary>The release that the version names, a candidate counting as the release; null where it is no exact one.</summary>
    public CiliumVersion? Release =>
        Version.Text is { } text ? CiliumVersion.Parse(text.TrimStart('v').Split('-', '+')[0]) : null;

    /// <summary>The same.</summary>
    /// <exception cref="NotKnownYetException">It is no exact one.</exception>
    public CiliumVersion KnownRelease =>
        Release
        ?? throw new NotKnownYetException($"{Version.Resource}: no exact version, so that nobody knows what will run");

    /// <summary>A value by its path: <c>loadBalancer.mode</c>.</summary>
    public Property Value(string path) => path.Split('.').Aggregate(Values, (at, step) => at[step]);

    /// <summary>A value as a text, or what the chart takes where there is none.</summary>
    public string TextOf(string path, string otherwise)
    {
        var value = Value(path);
        var text = value.Flag is { } flag ? (flag ? "true" : "false") : value.Text;
        return string.IsNullOrEmpty(text) ? otherwise : text;
    }

    /// <param name="otherwise">What the chart takes where there is none.</param>
    public bool IsOn(string path, bool otherwise) => TextOf(path, otherwise ? "true" : "false") == "true";

    /// <summary>By its parent, or by the last part of the chart's name, which may be a folder or an OCI address.</summary>
    private static bool IsCilium(StackResource release) =>
        release.Parent?.Contains($"{Component}::", StringComparison.Ordinal) == true
        || release["chart"].Text?.Split('/')[^1] == "cilium";
}
