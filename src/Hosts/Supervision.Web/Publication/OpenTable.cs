using System.Text;

namespace Supervision.Web.Publication;

/// <summary>Rows of open data as CSV: UTF-8, a header, LF.</summary>
internal static class OpenTable
{
    public static string Csv(string header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    // A field that a spreadsheet would take for a formula is kept from being one.
    private static string Field(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
