using System.Globalization;
using System.Text;
using Supervision.Rules.Packs;
using Supervision.Rules.Tables;

namespace Supervision.Web.Studio;

/// <summary>Adds a row to a table of a pack, or takes one out.</summary>
internal static class RowEdit
{
    /// <param name="file">Name for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="what">"add:2:等级" adds a copy of the row with index 2 below it, "drop:2:等级" takes it out; anything else changes nothing.</param>
    /// <exception cref="RulePackException">The pack, before or after, has errors.</exception>
    public static string Of(string file, string text, string what)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (what.Split(':', 3) is not [var act, var at, var table]
            || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || TableSheets.Export(file, bytes).FirstOrDefault(sheet => sheet.Table == table) is not { } sheet
            || row >= sheet.Rows.Count)
        {
            return text;
        }

        var rows = sheet.Rows.ToList();
        if (act == "add")
        {
            rows.Insert(row + 1, rows[row]);
        }
        else
        {
            rows.RemoveAt(row);
        }

        return Encoding.UTF8.GetString(TableSheets.Import(file, bytes, sheet with { Rows = rows }));
    }
}
