namespace Supervision.SelfGovernance;

/// <summary>One thing that is to be answered. Immutable.</summary>
/// <param name="Id">Unique in the material.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Options">The answers to choose from; empty for words of one's own.</param>
/// <param name="Right">For a question of an exam: the right option; else null.</param>
public sealed record SelfTaskPart(string Id, string Text, IReadOnlyList<string> Options, string? Right);
