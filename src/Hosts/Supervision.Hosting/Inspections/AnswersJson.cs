using System.Text.Json.Serialization;

namespace Supervision.Hosting.Inspections;

/// <summary>Reads and writes answers without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(AnswersFile))]
[JsonSerializable(typeof(OperationsFile))]
internal sealed partial class AnswersJson : JsonSerializerContext;
