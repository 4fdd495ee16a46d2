namespace Supervision.Storage.Tests.Contract;

/// <summary>A clock that a test moves. It starts at the machine's time.</summary>
internal sealed class ManualTime : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public void Add(TimeSpan span) => _now += span;

    public override DateTimeOffset GetUtcNow() => _now;
}
