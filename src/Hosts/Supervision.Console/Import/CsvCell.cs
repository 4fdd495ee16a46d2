namespace Supervision.Console.Import;

/// <summary>A cell of a CSV file that people open in a spreadsheet: what it would run as a formula is made harmless.</summary>
internal static class CsvCell
{
    public static string Of(string text)
    {
        var safe = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;
        return Exact(safe);
    }

    /// <summary>The cell as it is, for machines.</summary>
    public static string Exact(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
