using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace BgpLb.Tests.Cilium;

/// <summary>A client for the cluster that a kubeconfig names: its certificate shown, the server's checked.</summary>
internal static class Kubeconfig
{
    public static HttpClient Connect(string file)
    {
        var config = ReferenceData.ReadYaml(file);
        var cluster = config["clusters"]![0]!["cluster"]!;
        var user = config["users"]![0]!["user"]!;
        var authority = X509Certificate2.CreateFromPem(Decode(cluster["certificate-authority-data"]!));
        var certificate = X509Certificate2.CreateFromPem(
            Decode(user["client-certificate-data"]!),
            Decode(user["client-key-data"]!)
        );
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = [certificate],
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        return new HttpClient(handler)
        {
            BaseAddress = new Uri(cluster["server"]!.GetValue<string>()),
            Timeout = Patience.Limit,
        };
    }

    private static string Decode(JsonNode data) => Encoding.UTF8.GetString(Convert.FromBase64String($"{data}"));
}
