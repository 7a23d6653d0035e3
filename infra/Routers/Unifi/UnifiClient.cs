using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BgpLb.Routers.Unifi;

/// <summary>
/// Calls of a gateway's API. The key goes with them in a header, and only to who has shown the right certificate.
/// </summary>
internal sealed class UnifiClient : IDisposable
{
    private readonly UnifiOrder _order;
    private readonly HttpClient _client;
    private readonly TimeSpan _toConnect;
    private readonly TimeSpan _forAll;
    private string? _refused;

    /// <param name="toConnect">For a connection and its certificates; null for 10 s.</param>
    /// <param name="forAll">For one call from end to end; null for 60 s.</param>
    public UnifiClient(UnifiOrder order, TimeSpan? toConnect = null, TimeSpan? forAll = null)
    {
        _order = order;
        _toConnect = toConnect ?? TimeSpan.FromSeconds(10);
        _forAll = forAll ?? TimeSpan.FromSeconds(60);
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = _toConnect,
            // Who is somewhere else is somebody else.
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            IsRight(certificate, errors);
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Asks for the document, sends one, or takes it away.</summary>
    /// <param name="body">The JSON to send; null for none.</param>
    /// <exception cref="UnifiFailure">Nobody answers, or somebody who is not to be trusted.</exception>
    public async Task<UnifiAnswer> AskAsync(HttpMethod method, string? body = null)
    {
        using var request = new HttpRequestMessage(method, _order.Url);
        request.Headers.TryAddWithoutValidation("X-Api-Key", _order.ApiKey);
        request.Headers.Accept.Add(new("application/json"));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        _refused = null;
        using var limit = new CancellationTokenSource(_forAll);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token);
            return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            // Without the exception itself: what it holds is not ours to vouch for.
            throw new UnifiFailure(
                UnifiStatus.Unanswered,
                _refused
                    ?? $"{_order.Router} does not answer at {_order.Url}: {Reason(failure, limit.IsCancellationRequested)}"
            );
        }
    }

    /// <summary>A gateway's own certificate names no address: where one is pinned, its key alone counts.</summary>
    private bool IsRight(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        var pin = Convert.ToBase64String(SHA256.HashData(shown.PublicKey.ExportSubjectPublicKeyInfo()));
        if (_order.Pin.Length > 0 ? pin == _order.Pin : errors == SslPolicyErrors.None)
        {
            return true;
        }

        _refused =
            _order.Pin.Length > 0
                ? $"{_order.Url} shows another key than the one in api.certificate: it was renewed, or somebody else answers; "
                    + $"it shows sha256//{pin}"
                : $"nobody vouches for the certificate of {_order.Url}: pin it with api.certificate; it shows sha256//{pin} "
                    + "(compare that on the gateway first)";
        return false;
    }

    private string Reason(Exception failure, bool isOver) =>
        failure switch
        {
            OperationCanceledException when isOver => $"no answer within {_forAll.TotalSeconds} s",
            OperationCanceledException => $"no connection within {_toConnect.TotalSeconds} s",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "nobody knows its name",
            HttpRequestException { InnerException: SocketException socket } => socket.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "no secure connection comes about",
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
                "the proxy of this machine does not let it through",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection comes about",
            _ => "the connection ended in the middle of an answer",
        };
}
