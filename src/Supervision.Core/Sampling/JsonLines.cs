using System.Buffers;
using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>Flattens JSON to lines "path value", so that any two objects can be compared and the first difference named.</summary>
internal static class JsonLines
{
    /// <summary>The lines of an object without some of its properties. Order of properties means nothing; numbers keep their text.</summary>
    public static IReadOnlyList<string> Of(JsonElement json, params string[] without)
    {
        var lines = new List<string>();
        foreach (var property in json.EnumerateObject().Where(property => !without.Contains(property.Name, StringComparer.Ordinal)))
        {
            Add(lines, property.Name, property.Value);
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The lines of what is written as properties of an object.</summary>
    public static IReadOnlyList<string> Written(Action<Utf8JsonWriter> write) => Of(Element(write));

    /// <summary>The object of what is written as its properties.</summary>
    public static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Add(List<string> lines, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Add(lines, $"{path}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                // The length stands for itself: else an empty list would leave no trace.
                lines.Add($"{path} {Decisions.Invariant.Text(value.GetArrayLength())}");
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    Add(lines, $"{path}[{Decisions.Invariant.Text(index)}]", element);
                }

                break;
            case JsonValueKind.String:
                lines.Add($"{path} \"{value.GetString()}\"");
                break;
            default:
                lines.Add($"{path} {value.GetRawText()}");
                break;
        }
    }
}
