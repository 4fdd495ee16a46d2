namespace Supervision;

/// <summary>The answer of a command under an idempotency key.</summary>
/// <param name="Text">What the caller is told, as it was the first time.</param>
/// <param name="IsReplayed">Whether the command had taken effect before.</param>
public sealed record CommandAnswer(string Text, bool IsReplayed);
