using System.Globalization;
using Supervision.Rules.Tables;

namespace Supervision.Web.Studio;

/// <summary>Adds a row to a table of a pack, or takes one out.</summary>
internal static class RowEdit
{
    /// <param name="file">Name for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="what">"add:2:等级" adds a copy of the row with index 2 below it, "drop:2:等级" takes it out; anything else changes nothing.</param>
    /// <exception cref="Supervision.Rules.Packs.RulePackException">The text cannot be read as YAML or JSON.</exception>
    public static string Of(string file, string text, string what) =>
        what.Split(':', 3) is not [var act, var at, var table] || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? text
        : act == "add" ? PackRows.Add(file, text, table, row)
        : PackRows.Drop(file, text, table, row);
}
