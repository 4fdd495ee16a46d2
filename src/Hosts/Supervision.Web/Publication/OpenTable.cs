using System.Text;

namespace Supervision.Web.Publication;

/// <summary>Rows of open data as CSV: UTF-8, a header, LF. A row is written when it is read, so that no list is ever in memory.</summary>
internal static class OpenTable
{
    private const string Type = "text/csv; charset=utf-8";

    public static IResult Csv<T>(string header, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string>> fields) => Results.Stream(
        async body =>
        {
            await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            await text.WriteLineAsync(header);
            await foreach (var row in rows)
            {
                await text.WriteLineAsync(string.Join(',', fields(row).Select(Field)));
            }
        },
        Type);

    // A field that a spreadsheet would take for a formula is kept from being one.
    private static string Field(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
