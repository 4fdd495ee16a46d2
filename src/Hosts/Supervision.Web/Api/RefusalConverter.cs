using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Decisions;

namespace Supervision.Web.Api;

/// <summary>A refusal inside of an answer, such as a rejected row: code, words in the reader's language, legal basis. Only written.</summary>
internal sealed class RefusalConverter : JsonConverter<Refusal>
{
    public override Refusal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A refusal is given, never taken.");

    public override void Write(Utf8JsonWriter writer, Refusal value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        writer.WriteString("text", value.Message.In(CultureInfo.CurrentUICulture));
        if (value.Basis is { } basis)
        {
            writer.WriteString("legalBasis", basis.ToString());
        }

        writer.WriteEndObject();
    }
}
