namespace Supervision.Sampling;

/// <summary>Who inspects a task. Immutable.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Officers">Lead, then second; shorter when a slot could not be filled. Never one officer twice.</param>
public sealed record MatchTeam(string TaskId, IReadOnlyList<string> Officers);
