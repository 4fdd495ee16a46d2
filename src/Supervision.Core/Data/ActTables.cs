namespace Supervision.Data;

/// <summary>Collects acts as rows of their tables.</summary>
internal sealed class ActTables(DataStandard standard)
{
    private readonly Dictionary<string, List<DataRow>> _rows = standard.Tables.ToDictionary(table => table.Name, _ => new List<DataRow>(), StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string ActNo), string> _subjects = [];

    public void Add(string table, string subjectId, IReadOnlyDictionary<string, string?> values)
    {
        var rows = _rows[table];
        rows.Add(new DataRow(rows.Count + 1, [.. standard.Find(table)!.Fields.Select(field => values.GetValueOrDefault(field.Name) ?? "")]));
        _subjects[(table, values["act_no"]!)] = subjectId;
    }

    public IReadOnlyList<DataContent> Contents() => [.. standard.Tables.Select(table => new DataContent(table, _rows[table.Name]))];

    public string? SubjectOf(DataTable table, BatchRow row) => _subjects.GetValueOrDefault((table.Name, row.Key));
}
