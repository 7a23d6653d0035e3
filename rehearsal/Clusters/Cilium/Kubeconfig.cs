using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace BgpLb.Rehearsal.Clusters.Cilium;

/// <summary>A kubeconfig with one cluster and one user, whose certificates stand in it.</summary>
internal static class Kubeconfig
{
    /// <summary>A client that speaks to the cluster as that user and believes that cluster only.</summary>
    public static HttpClient Connect(string file)
    {
        var yaml = new YamlStream();
        using (var text = File.OpenText(file))
        {
            yaml.Load(text);
        }

        var root = yaml.Documents[0].RootNode;
        var (cluster, user) = (root["clusters"][0]["cluster"], root["users"][0]["user"]);
        var authority = X509Certificate2.CreateFromPem(Pem(cluster, "certificate-authority-data"));
        var client = X509Certificate2.CreateFromPem(Pem(user, "client-certificate-data"), Pem(user, "client-key-data"));
        var handler = new SocketsHttpHandler
        {
            SslOptions = new()
            {
                ClientCertificates = [client],
                RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOf(authority, certificate),
            },
        };
        return new(handler) { BaseAddress = new(Text(cluster, "server")), Timeout = Poll.Patience };
    }

    private static bool IsOf(X509Certificate2 authority, X509Certificate? certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        return certificate is X509Certificate2 server && chain.Build(server);
    }

    private static string Pem(YamlNode node, string key) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(Text(node, key)));

    private static string Text(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value!;
}
