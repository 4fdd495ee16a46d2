using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>Refuses a history that the pack cannot read: a misspelt kind or field must not count for nothing.</summary>
internal static class HistoryCheck
{
    private static readonly string[] s_ofEvents = ["id", "on", "recordedOn"];

    /// <exception cref="ArgumentException">An event or attribute is not what the pack declares.</exception>
    public static void Demand(SubjectHistory history, PackVocabulary vocabulary)
    {
        foreach (var happened in history.Events)
        {
            if (!vocabulary.Events.TryGetValue(happened.Kind, out var type))
            {
                throw new ArgumentException(
                    $"Event {happened.Id} is of the kind {happened.Kind}; the pack knows {string.Join(", ", vocabulary.Events.Keys)}.", nameof(history));
            }

            Fields(happened.Id, happened.Fields, type, s_ofEvents);
        }

        foreach (var attribute in history.Attributes)
        {
            if (!vocabulary.SubjectFields.TryGetValue(attribute.Name, out var type) || !Fits(attribute.Value, type))
            {
                throw new ArgumentException($"The attribute {attribute.Name} = {attribute.Value} is not what the pack declares.", nameof(history));
            }
        }
    }

    private static void Fields(string id, Fact record, FactType type, IReadOnlyList<string> implied)
    {
        foreach (var (name, value) in record.Fields)
        {
            if (!type.Fields!.TryGetValue(name, out var field) || !Fits(value, field))
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
