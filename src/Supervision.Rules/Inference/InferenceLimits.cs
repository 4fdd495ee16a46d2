namespace Supervision.Rules.Inference;

/// <summary>How far the built-in engine goes before it gives up with SUP5402.</summary>
/// <param name="Rounds">Most rounds in which a fact is concluded; 1 or more.</param>
/// <param name="Facts">Most facts of a case, given and concluded together; 1 or more.</param>
public sealed record InferenceLimits(int Rounds = 1000, int Facts = 100_000);
