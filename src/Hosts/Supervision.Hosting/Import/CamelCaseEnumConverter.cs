using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Hosting.Import;

/// <summary>Enum values as camel-case words; numbers are refused.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
