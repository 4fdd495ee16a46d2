namespace Supervision.Cases;

/// <summary>A part of the fine and its last day 分期.</summary>
/// <param name="DueOn">Last day.</param>
/// <param name="Amount">Yuan.</param>
public sealed record Instalment(DateOnly DueOn, decimal Amount);
