namespace Supervision.Console.Policies;

/// <summary>
/// Keeps a spreadsheet from taking a cell of a CSV file for a formula: an apostrophe goes in front, and comes off again. A lone hyphen,
/// which means "anything" in a table, is no formula.
/// </summary>
internal static class SheetGuard
{
    public static string Guard(string text) =>
        text.Length > 0 && text is not "-" && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' ? "'" + text : text;

    public static string Unguard(string text) => text.StartsWith('\'') ? text[1..] : text;
}
