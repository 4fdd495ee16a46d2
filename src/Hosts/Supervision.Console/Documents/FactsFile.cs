using System.Text.Json.Serialization;
using Supervision.Documents;

namespace Supervision.Console.Documents;

/// <summary>Facts of a document as a person writes them: texts by field, rows by list.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FactsFile
{
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<Dictionary<string, string>>>? Lists { get; init; }

    public DocumentFacts ToFacts() => new(
        Values,
        (Lists ?? new Dictionary<string, IReadOnlyList<Dictionary<string, string>>>(StringComparer.Ordinal)).ToDictionary(
            list => list.Key, list => (IReadOnlyList<IReadOnlyDictionary<string, string>>)list.Value, StringComparer.Ordinal));
}
