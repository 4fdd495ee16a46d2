namespace Supervision.Documents;

/// <summary>A column of a printed table.</summary>
/// <param name="Name">Name of the value in each row.</param>
/// <param name="Label">Heading.</param>
/// <param name="Width">Share of the width, relative to the other columns; 1 or more.</param>
public sealed record TemplateColumn(string Name, string Label, int Width);
