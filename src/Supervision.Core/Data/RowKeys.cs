using System.Globalization;

namespace Supervision.Data;

/// <summary>
/// Gives each row of a table a key. Rows that share the key of the schema (two inspections of one kind on one day) are told apart by a
/// serial in the order of their values, so that another order of the file gives the same keys.
/// </summary>
internal static class RowKeys
{
    public static IEnumerable<BatchRow> Of(DataTable table, IEnumerable<DataRow> rows)
    {
        int[] fields = [.. table.Key.Select(table.IndexOf)];
        foreach (var group in rows.GroupBy(row => string.Join('|', fields.Select(field => row.Values[field])), StringComparer.Ordinal))
        {
            var serial = 0;
            foreach (var values in group.Select(row => row.Values).OrderBy(values => string.Join('\u001F', values), StringComparer.Ordinal))
            {
                serial++;
                var key = serial == 1 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Key}#{serial}");
                yield return new BatchRow(table.Name, key, BatchOperation.Insert, values);
            }
        }
    }
}
