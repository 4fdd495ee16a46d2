using System.Text.Json.Serialization;

namespace Supervision.Hosting.Plans;

/// <summary>Reads plans and rules without reflection; strict, so that a misspelt member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(YearlyPlanFile))]
[JsonSerializable(typeof(MergeRulesFile))]
internal sealed partial class PlanJson : JsonSerializerContext;
