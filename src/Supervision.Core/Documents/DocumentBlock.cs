namespace Supervision.Documents;

/// <summary>A block of a composed document: what a renderer prints.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty for fields, tables and signatures.</param>
/// <param name="Rows">Label and value of each field; the cells of each row; or the label of each signature.</param>
/// <param name="Columns">Columns of a table.</param>
public sealed record DocumentBlock(
    TemplateBlockKind Kind, string Text, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<TemplateColumn> Columns);
