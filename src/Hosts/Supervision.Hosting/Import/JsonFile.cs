using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Supervision.Decisions;

namespace Supervision.Hosting.Import;

/// <summary>Reads a JSON file that a person wrote, and says where it is wrong.</summary>
internal static class JsonFile
{
    /// <exception cref="RefusedException">SUP1051: no such file; SUP1054: the JSON is wrong, with path and line.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> type)
    {
        using var stream = TextFile.Open(path);
        return Read(path, stream, type);
    }

    public static T Read<T>(string name, Stream stream, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(stream, type)
                ?? throw new RefusedException(Refusal.Of("SUP1054", name, "1", "$", "null"));
        }
        catch (JsonException wrong)
        {
            var line = ((wrong.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            throw new RefusedException(Refusal.Of("SUP1054", name, line, wrong.Path ?? "$", FirstSentence(wrong.Message)));
        }
    }

    // The library repeats path and line at the end of its message.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
