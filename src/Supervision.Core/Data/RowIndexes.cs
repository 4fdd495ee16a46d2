namespace Supervision.Data;

/// <summary>Rows of all tables by the values of some fields, made when first asked for.</summary>
internal sealed class RowIndexes(IReadOnlyDictionary<string, DataContent> tables)
{
    private readonly Dictionary<string, Dictionary<string, List<DataRow>>> _made = new(StringComparer.Ordinal);

    public DataTable? Find(string table) => tables.GetValueOrDefault(table)?.Table;

    /// <summary>Rows with some values; empty when there are none.</summary>
    public IReadOnlyList<DataRow> Rows(QualityTarget target, string key) => Of(target).GetValueOrDefault(key) ?? [];

    public static string Key(DataRow row, IReadOnlyList<int> fields) =>
        fields.Count == 1 ? row.Values[fields[0]] : string.Join('\u001F', fields.Select(field => row.Values[field]));

    private Dictionary<string, List<DataRow>> Of(QualityTarget target)
    {
        var name = $"{target.Table}/{string.Join(',', target.Fields)}";
        if (_made.TryGetValue(name, out var index))
        {
            return index;
        }

        _made.Add(name, index = new(StringComparer.Ordinal));
        if (tables.TryGetValue(target.Table, out var content))
        {
            int[] fields = [.. target.Fields.Select(content.Table.IndexOf)];
            foreach (var row in content.Rows)
            {
                var key = Key(row, fields);
                if (!index.TryGetValue(key, out var rows))
                {
                    index.Add(key, rows = []);
                }

                rows.Add(row);
            }
        }

        return index;
    }
}
