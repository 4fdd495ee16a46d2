using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Decisions;

namespace Supervision.Web.Api;

/// <summary>A text for people, in the reader's language. Only written.</summary>
internal sealed class MessageConverter : JsonConverter<Message>
{
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A text of the library is given, never taken.");

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.In(CultureInfo.CurrentUICulture));
}
