namespace Supervision.Rules.Tables;

/// <summary>One value of a pack that a form can show and change. Immutable.</summary>
/// <param name="Id">Names it within one text of the pack: line and column, "12:7".</param>
/// <param name="Kind">What it is.</param>
/// <param name="Of">Name of the parameter or table; "" for the version and its period.</param>
/// <param name="Row">For a parameter its dated value, for a table its row, from 0.</param>
/// <param name="Label">The key of a parameter's value, the column of a cell; "" where there is none.</param>
/// <param name="Text">What stands there.</param>
public sealed record PackField(string Id, PackFieldKind Kind, string Of, int Row, string Label, string Text);
