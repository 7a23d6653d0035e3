using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BgpLb.Settings.Reference;

/// <summary>JSON as people read it: indented, with letters instead of escapes.</summary>
internal static class Json
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new()
                {
                    Indented = true,
                    Encoder = Encoder,
                    NewLine = "\n",
                }
            )
        )
        {
            write(json);
        }

        return $"{Encoding.UTF8.GetString(stream.ToArray())}\n";
    }
}
