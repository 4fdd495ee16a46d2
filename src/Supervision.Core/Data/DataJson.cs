using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Time;

namespace Supervision.Data;

/// <summary>Standards as people write them: strict, so that a misspelt member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    ReadCommentHandling = JsonCommentHandling.Skip,
    Converters =
    [
        typeof(JsonStringEnumConverter<QualityDimension>), typeof(JsonStringEnumConverter<QualityRuleKind>),
        typeof(JsonStringEnumConverter<DataFieldType>), typeof(JsonStringEnumConverter<PeriodUnit>),
    ])]
[JsonSerializable(typeof(DataStandard))]
[JsonSerializable(typeof(ExportProfile))]
internal sealed partial class DataJson : JsonSerializerContext
{
}
