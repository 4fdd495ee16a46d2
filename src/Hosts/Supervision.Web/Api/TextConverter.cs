using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Web.Api;

/// <summary>A value that has one text form, such as a hash or a code: a string of JSON.</summary>
internal sealed class TextConverter<T>(Func<string, T> read) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? read(reader.GetString()!)
            : throw new JsonException($"This is not a {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
}
