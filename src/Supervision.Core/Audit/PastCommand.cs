using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>A command that took effect under an idempotency key, with its answer. Immutable.</summary>
/// <param name="Actor">Whose key it is: keys of two actors never meet.</param>
/// <param name="Key">The key that the caller chose.</param>
/// <param name="Content">Hash over the command's name and content.</param>
/// <param name="Answer">What the caller was told.</param>
/// <param name="At">When.</param>
public sealed record PastCommand(Actor Actor, string Key, Digest Content, string Answer, DateTimeOffset At);
