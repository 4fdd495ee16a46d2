using System.Text.Json.Serialization;
using Supervision.Catalog;

namespace Supervision.Hosting.Import;

/// <summary>JSON that people write: strict, so that a misspelt member is an error and not a silent omission.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = false,
    WriteIndented = true,
    Converters = [typeof(CamelCaseEnumConverter<ItemKind>), typeof(CamelCaseEnumConverter<PointImportance>), typeof(CamelCaseEnumConverter<ItemState>)])]
[JsonSerializable(typeof(MappingFile))]
[JsonSerializable(typeof(CatalogFile))]
internal sealed partial class ImportJson : JsonSerializerContext
{
}
