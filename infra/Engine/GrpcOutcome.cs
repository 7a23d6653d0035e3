using System.Globalization;
using System.Net.Http.Headers;

namespace BgpLb.Engine;

/// <summary>Reads how a call ended from its trailers, or from its headers where the answer has nothing else.</summary>
internal static class GrpcOutcome
{
    /// <summary>Returns if the call succeeded.</summary>
    /// <exception cref="CallRefusedException">The status is not OK; the message is the engine's.</exception>
    public static void Check(HttpResponseMessage response, string call)
    {
        var written = First(response.TrailingHeaders, "grpc-status") ?? First(response.Headers, "grpc-status");
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            throw new EngineException($"The engine ended {call} without a status.");
        }

        var status = (GrpcStatus)code;
        if (status != GrpcStatus.Ok)
        {
            var said = First(response.TrailingHeaders, "grpc-message") ?? First(response.Headers, "grpc-message");
            throw new CallRefusedException(
                status,
                string.IsNullOrEmpty(said) ? $"{status}" : Uri.UnescapeDataString(said)
            );
        }
    }

    private static string? First(HttpHeaders headers, string name)
    {
        if (headers.NonValidated.TryGetValues(name, out var values))
        {
            foreach (var value in values)
            {
                return value;
            }
        }

        return null;
    }
}
