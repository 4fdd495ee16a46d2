using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Supervision.Storage.Mapping.Cases;
using Supervision.Storage.Mapping.Catalog;
using Supervision.Storage.Mapping.Comparison;
using Supervision.Storage.Mapping.Coordination;
using Supervision.Storage.Mapping.Credit;
using Supervision.Storage.Mapping.Documents;
using Supervision.Storage.Mapping.Inspections;
using Supervision.Storage.Mapping.Matters;
using Supervision.Storage.Mapping.Registry;
using Supervision.Storage.Mapping.Sampling;

namespace Supervision.Storage.Mapping;

/// <summary>
/// Lists inside a row as JSON, in types of this assembly: renaming a member of the domain never changes what is
/// stored. Chinese stays readable.
/// </summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(BasisJson[]))]
[JsonSerializable(typeof(ContentJson[]))]
[JsonSerializable(typeof(PointJson[]))]
[JsonSerializable(typeof(RateJson[]))]
[JsonSerializable(typeof(EntryJson[]))]
[JsonSerializable(typeof(SignatureJson))]
[JsonSerializable(typeof(FaultJson[]))]
[JsonSerializable(typeof(BasisJson))]
[JsonSerializable(typeof(VisitJson))]
[JsonSerializable(typeof(CaseClueJson))]
[JsonSerializable(typeof(CaseEntryJson))]
[JsonSerializable(typeof(CaseReportJson))]
[JsonSerializable(typeof(OperationJson))]
[JsonSerializable(typeof(FactsJson))]
[JsonSerializable(typeof(MatterStepJson[]))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(PersonJson))]
[JsonSerializable(typeof(MergeRulesJson))]
[JsonSerializable(typeof(DroppedCheckJson[]))]
[JsonSerializable(typeof(MergeNoteJson[]))]
[JsonSerializable(typeof(JointVisitJson))]
[JsonSerializable(typeof(PinnedChecklistJson[]))]
[JsonSerializable(typeof(ListingJson[]))]
[JsonSerializable(typeof(MatchJson))]
[JsonSerializable(typeof(string))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    private static readonly StorageJson s_readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, TypeInfo<T>());

    public static T Read<T>(string text) => JsonSerializer.Deserialize(text, TypeInfo<T>())!;

    public static string WriteTexts(IReadOnlyList<string> texts) => Write(texts);

    public static IReadOnlyList<string> ReadTexts(string text) => Read<IReadOnlyList<string>>(text);

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)s_readable.GetTypeInfo(typeof(T))!;
}
