using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Cilium;

/// <summary>A Kubernetes API server, spoken to as <c>kubectl apply --server-side</c> does.</summary>
internal sealed class ApiServer(HttpClient http) : IDisposable
{
    private readonly ConcurrentDictionary<string, JsonObject> _kinds = new(StringComparer.Ordinal);

    /// <summary>Makes an object, or makes it what the manifest says.</summary>
    /// <exception cref="RehearsalException">It is refused; the message holds the server's words.</exception>
    public void Apply(JsonObject manifest) =>
        Patch($"{PathOf(manifest)}?fieldManager=bgplb&force=true", manifest, "application/apply-patch+yaml");

    /// <summary>Makes the status of an object that is there hold what the manifest's status says.</summary>
    public void Report(JsonObject manifest) =>
        Patch($"{PathOf(manifest)}/status", manifest, "application/merge-patch+json");

    public void Delete(JsonObject manifest) => _ = Send(HttpMethod.Delete, PathOf(manifest), mayBeMissing: true);

    public IReadOnlyList<JsonObject> List(string apiVersion, string kind)
    {
        var list = Send(HttpMethod.Get, $"{Root(apiVersion)}/{KindOf(apiVersion, kind)["name"]}");
        return
        [
            .. list!["items"]!
                .AsArray()
                .Select(item => item!.AsObject())
                .OrderBy(
                    item => $"{item["metadata"]!["namespace"]}/{item["metadata"]!["name"]}",
                    StringComparer.Ordinal
                ),
        ];
    }

    public void Dispose() => http.Dispose();

    private void Patch(string path, JsonObject what, string type)
    {
        using var body = new StringContent(what.ToJsonString());
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        _ = Send(HttpMethod.Patch, path, body);
    }

    private string PathOf(JsonObject manifest)
    {
        var (apiVersion, kind) = ($"{manifest["apiVersion"]}", $"{manifest["kind"]}");
        var metadata = manifest["metadata"]!;
        var served = KindOf(apiVersion, kind);
        var within = (bool)served["namespaced"]! ? $"namespaces/{metadata["namespace"] ?? "default"}/" : "";
        return $"{Root(apiVersion)}/{within}{served["name"]}/{metadata["name"]}";
    }

    private JsonObject KindOf(string apiVersion, string kind) =>
        _kinds.GetOrAdd(
            $"{apiVersion}/{kind}",
            _ =>
                Send(HttpMethod.Get, Root(apiVersion), mayBeMissing: true)
                    ?["resources"]?.AsArray()
                    .Select(resource => resource!.AsObject())
                    .FirstOrDefault(resource => $"{resource["kind"]}" == kind && !$"{resource["name"]}".Contains('/'))
                ?? throw new RehearsalException($"the API server knows no {kind} of {apiVersion}")
        );

    private static string Root(string apiVersion) =>
        apiVersion.Contains('/') ? $"/apis/{apiVersion}" : $"/api/{apiVersion}";

    private JsonNode? Send(HttpMethod method, string path, HttpContent? body = null, bool mayBeMissing = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        try
        {
            using var response = http.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream());
            var text = reader.ReadToEnd();
            return response.IsSuccessStatusCode ? JsonNode.Parse(text)
                : mayBeMissing && response.StatusCode == HttpStatusCode.NotFound ? null
                : throw new RehearsalException(Refusal(text));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            throw new RehearsalException($"the API server does not answer: {failure.Message}", failure);
        }
    }

    private static string Refusal(string text) =>
        text.StartsWith('{') && JsonNode.Parse(text)?["message"] is { } message ? $"{message}" : text;
}
