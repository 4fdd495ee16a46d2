using System.Text.Json.Serialization;
using Supervision.Hosting.Import;
using Supervision.Inspections;

namespace Supervision.Hosting.Plans;

/// <summary>Reads plans and rules without reflection; strict, so that a misspelt member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(CamelCaseEnumConverter<TaskSource>)])]
[JsonSerializable(typeof(YearlyPlanFile))]
[JsonSerializable(typeof(MergeRulesFile))]
internal sealed partial class PlanJson : JsonSerializerContext;
