namespace Supervision.Rules.Tables;

/// <summary>
/// A decision table as a sheet of texts, for editing in a spreadsheet: a column for each input, one for each output (marked <c>→</c>), one
/// for the remark. Cells are written as in the pack or model. Immutable.
/// </summary>
/// <param name="Table">Name of the decision.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Rows from the top, each with a text for each column.</param>
public sealed record TableSheet(string Table, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Mark in front of an output's name.</summary>
    public const string OutputMark = "→ ";

    /// <summary>Name of the column for remarks.</summary>
    public const string NoteColumn = "(note)";
}
