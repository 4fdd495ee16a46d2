namespace Supervision.Rules.Decisions;

/// <summary>One column of a table: its name and what it may hold.</summary>
internal sealed record Column(string Name, ColumnType Type);
