using System.Text.Json.Serialization;

namespace Supervision.Comparison;

/// <summary>Policies as people write them: strict, so that a misspelt member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ComparisonPolicy))]
internal sealed partial class ComparisonJson : JsonSerializerContext
{
}
