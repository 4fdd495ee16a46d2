namespace Supervision.Inspections;

/// <summary>A task with what its guards look at.</summary>
internal sealed record LoadedTask(TaskFacts Facts, string Field);
