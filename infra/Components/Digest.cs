using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using BgpLb.Graph;

namespace BgpLb.Components;

/// <summary>
/// A fingerprint of what resources ask for. It stands in the confirmation's inputs: the engine runs nothing whose inputs
/// stayed the same, and a pool's change has to be confirmed too. Secrets do not count; their versions do. Nor does how
/// this program is started, which may be another way where somebody else runs Pulumi.
/// </summary>
internal static class Digest
{
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(IEnumerable<Resource> resources)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var resource in resources)
        {
            Write(json, resource);
        }

        json.WriteEndArray();
        json.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, Resource resource)
    {
        json.WriteStringValue(resource.Urn);
        GraphJson.Write(
            json,
            new Fields([.. resource.Inputs.Entries.Where(input => input.Name != LocalCommand.Interpreter)])
        );
        foreach (var child in (resource as ComponentResource)?.Children ?? [])
        {
            Write(json, child);
        }
    }
}
