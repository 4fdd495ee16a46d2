using System.Text.Json;

namespace Supervision.Console.Shell;

/// <summary>Parts that the JSON of many commands is made of.</summary>
internal static class JsonParts
{
    /// <summary>A list of objects, each with the members of one row.</summary>
    public static void WriteRows<T>(this Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            members(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A number, or null where there is none.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number, or null where there is none.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
