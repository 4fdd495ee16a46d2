using Supervision.Audit;

namespace Supervision.Policies;

/// <summary>The act that put a pack into force. Immutable.</summary>
/// <param name="Publisher">Who published; never the writer.</param>
/// <param name="At">When.</param>
public sealed record PackPublication(Actor Publisher, DateTimeOffset At);
