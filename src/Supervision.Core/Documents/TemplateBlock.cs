namespace Supervision.Documents;

/// <summary>A block of a template.</summary>
/// <param name="Kind">What it prints.</param>
/// <param name="Text">Text with <c>{field}</c> for a value; for a table the name of its list.</param>
/// <param name="Names">Fields of a <see cref="TemplateBlockKind.Fields"/> block, or who signs.</param>
/// <param name="Columns">Columns of a table.</param>
/// <param name="When">Printed only when this field or list is present; null: always.</param>
public sealed record TemplateBlock(
    TemplateBlockKind Kind, string Text, IReadOnlyList<string> Names, IReadOnlyList<TemplateColumn> Columns, string? When);
