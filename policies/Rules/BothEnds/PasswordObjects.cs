using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>The objects that a stack's passwords reach the nodes by.</summary>
internal sealed class PasswordObjects
{
    private readonly ILookup<string, StackResource> _secrets;
    private readonly Property? _namespace;
    private readonly StackResource? _routers;
    private readonly string? _generated;

    public PasswordObjects(StackView stack)
    {
        _secrets = stack
            .OfKind("Secret")
            .Concat(stack.OfKind("ExternalSecret"))
            .ToLookup(secret => secret["spec"]["target"]["name"].Text ?? secret.ObjectName, StringComparer.Ordinal);
        _namespace = stack
            .OfType("kubernetes:helm.sh/v3:Release")
            .Select(release => release["values"]["bgpControlPlane"]["secretsNamespace"]["name"])
            .FirstOrDefault(name => name.Exists);
        _routers = stack.OfType("bgplb:index:BgpPassword").FirstOrDefault();
        _generated = stack
            .OfType("random:index/randomPassword:RandomPassword")
            .FirstOrDefault(password => password.Parent is { } parent && parent == _routers?.Urn)
            ?.Urn;
    }

    /// <summary>What is wrong with the passwords that peer configs ask for.</summary>
    public IEnumerable<Violation> Judge(IReadOnlyCollection<PeerConfig> configs) =>
        configs
            .SelectMany(Lacks)
            .Concat(
                configs
                    .SelectMany(config => Of(config.Spec["authSecretRef"]))
                    .DistinctBy(secret => secret.Urn)
                    .SelectMany(Judge)
            );

    private IEnumerable<Violation> Lacks(PeerConfig config)
    {
        var reference = config.Spec["authSecretRef"];
        if (reference.Text is null or "")
        {
            yield return new(reference, $"{config.Name} has no password: its authSecretRef is {reference.Shown}.");
        }
        else if (!Of(reference).Any())
        {
            yield return new(
                reference,
                $"{config.Name} takes its password from {reference.Shown}, which is not in the namespace where Cilium "
                    + "looks: it would dial without one."
            );
        }
    }

    private IEnumerable<StackResource> Of(Property reference) =>
        _secrets[reference.Text ?? ""].Where(IsWhereCiliumLooks);

    private bool IsWhereCiliumLooks(StackResource secret) =>
        _namespace is null
        || string.Equals(secret["metadata"]["namespace"].Text ?? "default", _namespace.Text, StringComparison.Ordinal);

    private IEnumerable<Violation> Judge(StackResource secret)
    {
        var isExternal = secret.Kind is "ExternalSecret";
        if (!(isExternal ? FetchesPassword(secret) : HasPassword(secret)))
        {
            yield return new(secret.Root, $"{secret} has no key password, which is the one that Cilium reads.");
        }

        if (_routers is null)
        {
            yield break;
        }

        var source = _routers["source"];
        if (isExternal != source.Text is "external" || (!isExternal && !IsGenerated(secret)))
        {
            yield return new(
                secret.Root,
                $"{secret} has the nodes' password from elsewhere than the routers', whose source is {source.Shown}."
            );
        }
        else if (isExternal)
        {
            var version = secret["metadata"]["annotations"]["bgplb/password-version"];
            if (!string.Equals(version.Text, _routers["version"].Text, StringComparison.Ordinal))
            {
                yield return new(
                    version,
                    $"{secret} fetches version {version.Shown} of the password, and the routers get version "
                        + $"{_routers["version"].Shown}."
                );
            }
        }
    }

    private bool IsGenerated(StackResource secret) =>
        _generated is null || secret.Dependencies.Contains(_generated, StringComparer.Ordinal);

    private static bool HasPassword(StackResource secret) =>
        secret["stringData"]["password"].Exists || secret["data"]["password"].Exists;

    /// <summary>What a whole entry brings only the store knows.</summary>
    private static bool FetchesPassword(StackResource secret) =>
        secret["spec"]["dataFrom"].Exists
        || secret["spec"]["data"].Elements.Any(entry => entry["secretKey"].Text is "password");
}
