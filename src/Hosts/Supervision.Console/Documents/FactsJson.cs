using System.Text.Json.Serialization;

namespace Supervision.Console.Documents;

/// <summary>Reads facts without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FactsFile))]
internal sealed partial class FactsJson : JsonSerializerContext;
