namespace Supervision.Testing.Laws;

/// <summary>A clock that a law moves, back too: what <see cref="ManualTimeProvider"/> never does, and the clock of a machine may.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public void Add(TimeSpan span) => _now += span;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
