using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace BgpLb.Tests.Cilium;

/// <summary>What the API server said.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode Json)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string Message => Json["message"]?.ToString() ?? "";

    public string ResourceVersion => Json["metadata"]!["resourceVersion"]!.ToString();
}

/// <summary>The few calls of Kubernetes' API that the tests make.</summary>
internal sealed class ApiClient(string kubeconfig) : IDisposable
{
    private readonly HttpClient _http = Kubeconfig.Connect(kubeconfig);
    private readonly ConcurrentDictionary<string, string> _plurals = new(StringComparer.Ordinal);

    /// <summary>Applies server-side, refusing what the kind does not know and what somebody else owns.</summary>
    public async Task<Answer> ApplyAsync(Manifest manifest)
    {
        var path = await PathOfAsync(manifest);
        // JSON is YAML.
        using var content = new StringContent(
            manifest.Json.ToJsonString(),
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/apply-patch+yaml")
        );
        using var response = await _http.PatchAsync(
            new Uri($"{path}?fieldManager=bgplb-tests&fieldValidation=Strict", UriKind.Relative),
            content
        );
        return await AnswerOfAsync(response);
    }

    public async Task<Answer> GetAsync(Manifest manifest)
    {
        using var response = await _http.GetAsync(new Uri(await PathOfAsync(manifest), UriKind.Relative));
        return await AnswerOfAsync(response);
    }

    public async Task<Answer> DeleteAsync(Manifest manifest)
    {
        using var response = await _http.DeleteAsync(new Uri(await PathOfAsync(manifest), UriKind.Relative));
        return await AnswerOfAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> PathOfAsync(Manifest manifest)
    {
        var api = manifest.ApiVersion == "v1" ? "/api/v1" : $"/apis/{manifest.ApiVersion}";
        var id = $"{api} {manifest.Kind}";
        if (!_plurals.TryGetValue(id, out var plural))
        {
            using var response = await _http.GetAsync(new Uri(api, UriKind.Relative));
            var kinds = (await AnswerOfAsync(response)).Json["resources"]?.AsArray() ?? [];
            plural = kinds.FirstOrDefault(kind => $"{kind!["kind"]}" == manifest.Kind)?["name"]?.ToString() ?? "";
            _plurals[id] = plural;
        }

        var space = manifest.Namespace is { } name ? $"/namespaces/{name}" : "";
        return $"{api}{space}/{plural}/{manifest.Name}";
    }

    private static async Task<Answer> AnswerOfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
}
