using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>The fields that an entry of a ledger has: those of every entry, and the marks of its lines.</summary>
internal static class EntryType
{
    public static FactType Of(IReadOnlyList<PostLine> lines)
    {
        var fields = new Dictionary<string, FactType>(StringComparer.Ordinal)
        {
            ["on"] = FactType.Date,
            ["key"] = FactType.Text,
            ["points"] = FactType.Number,
            ["left"] = FactType.Number,
            ["line"] = FactType.Text,
            ["event"] = FactType.Text,
        };
        foreach (var (name, mark) in lines.SelectMany(line => line.Marks))
        {
            fields.TryAdd(name, mark.Type);
        }

        return new FactType(FactKind.Record, Fields: fields);
    }
}
