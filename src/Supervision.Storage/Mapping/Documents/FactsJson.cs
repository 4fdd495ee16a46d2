namespace Supervision.Storage.Mapping.Documents;

internal sealed record FactsJson(
    Dictionary<string, string> Values, Dictionary<string, Dictionary<string, string>[]> Lists, string Salt = "", bool IsRedacted = false);
