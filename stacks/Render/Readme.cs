using System.Collections.Immutable;
using System.Text;
using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Stacks.Render;

/// <summary>Tells who finds the folder what is in it, in which order it goes where, and which secrets it counts on.</summary>
internal static class Readme
{
    public static RenderedFile Of(LoadBalancerDesign design, ImmutableArray<RenderedFile> files)
    {
        var text = new StringBuilder($"# Load balancer of {design.Cluster.Name}\n\n");
        text.Append($"Written by `bgplb render {design.Stack}`. To change something, change the stack's settings and ");
        text.Append("render again.\n\n| File | What it is |\n|---|---|\n");
        foreach (var file in files)
        {
            text.Append($"| `{file.Path}` | {file.About} |\n");
        }

        text.Append("\n## Order\n\n");
        text.Append("1. Cilium with these values. Its operator brings the kinds that the rest is made of.\n");
        text.Append("2. The routers.\n");
        text.Append("3. The secret with the password: a session that starts before it runs without one.\n");
        text.Append("4. The rest of `kubernetes/`.\n");
        text.Append("\n## Secrets\n\nNo file here holds one.\n\n");
        text.Append(PasswordOf(design.Session));
        foreach (var router in design.Routers)
        {
            text.Append($"- Router {router.Name}: the same password, in the place of `<password>`.\n");
        }

        return new("README.md", text.ToString(), "this page");
    }

    private static string PasswordOf(SessionDesign session)
    {
        var secret = $"secret `{session.SecretName}` in namespace `{session.SecretNamespace}`, key `password`";
        return session.Password is { Source: PasswordSource.External, External: { } from }
            ? $"- Cluster: {secret}; `kubernetes/password.yaml` brings it from store `{from.Store}`.\n"
            : $"- Cluster: {secret}; make it before `kubernetes/`, or the sessions run without a password.\n";
    }
}
