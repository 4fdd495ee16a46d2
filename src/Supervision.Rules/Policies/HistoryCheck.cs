using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>
/// Refuses a history that a pack, with the packs that it uses, cannot read: a misspelt kind or field must not count for nothing. Each pack
/// reads the kinds and fields that it declares; what none of them declares is refused.
/// </summary>
internal static class HistoryCheck
{
    private static readonly string[] s_ofEvents = ["id", "on", "recordedOn"];

    /// <exception cref="ArgumentException">An event or attribute is not what the pack declares.</exception>
    public static void Demand(SubjectHistory history, IReadOnlyList<PackVocabulary> vocabularies)
    {
        foreach (var happened in history.Events)
        {
            Demand(happened, vocabularies);
        }

        foreach (var attribute in history.Attributes)
        {
            List<FactType> types = [.. vocabularies.Select(vocabulary => vocabulary.SubjectFields.GetValueOrDefault(attribute.Name)).OfType<FactType>()];
            if (types.Count == 0 || !types.TrueForAll(type => Fits(attribute.Value, type)))
            {
                throw new ArgumentException($"The attribute {attribute.Name} = {attribute.Value} is not what the pack declares.", nameof(history));
            }
        }
    }

    /// <exception cref="ArgumentException">The event is not what the pack declares.</exception>
    public static void Demand(PolicyEvent happened, IReadOnlyList<PackVocabulary> vocabularies)
    {
        // Almost every pack stands alone: no list for it.
        if (vocabularies.Count == 1)
        {
            Fields(happened.Id, happened.Fields, vocabularies[0].Events.GetValueOrDefault(happened.Kind) ?? throw Unknown(happened, vocabularies), s_ofEvents);
            return;
        }

        List<FactType> types = [.. vocabularies.Select(vocabulary => vocabulary.Events.GetValueOrDefault(happened.Kind)).OfType<FactType>()];
        if (types.Count == 0)
        {
            throw Unknown(happened, vocabularies);
        }

        foreach (var type in types)
        {
            Fields(happened.Id, happened.Fields, type, s_ofEvents, types);
        }
    }

    private static ArgumentException Unknown(PolicyEvent happened, IReadOnlyList<PackVocabulary> vocabularies) => new(
        $"Event {happened.Id} is of the kind {happened.Kind}; the pack knows {string.Join(", ", vocabularies.SelectMany(one => one.Events.Keys).Distinct(StringComparer.Ordinal))}.",
        nameof(happened));

    private static void Fields(string id, Fact record, FactType type, IReadOnlyList<string> implied, IReadOnlyList<FactType>? others = null)
    {
        foreach (var (name, value) in record.Fields)
        {
            var field = type.Fields!.GetValueOrDefault(name);
            if (field is null && others?.Any(other => other.Fields!.ContainsKey(name)) is true)
            {
                continue;
            }

            if (field is null || !Fits(value, field))
            {
                throw new ArgumentException($"{id}: the field {name} = {value} is not what the pack declares.", nameof(record));
            }

            if (field.Kind == FactKind.List)
            {
                foreach (var item in value.Items)
                {
                    Fields($"{id}.{name}", item, field.Item!, []);
                }
            }
        }

        foreach (var (name, field) in type.Fields!)
        {
            if (!field.IsOptional && !record.Fields.ContainsKey(name) && !implied.Contains(name, StringComparer.Ordinal))
            {
                throw new ArgumentException($"{id}: the field {name} is missing.", nameof(record));
            }
        }
    }

    private static bool Fits(Fact value, FactType type) =>
        value.Kind == type.Kind && (type.Words is null || type.Words.Contains(value.Text, StringComparer.Ordinal));
}
