namespace Supervision.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers and <c>Task.Delay</c> that were given it fire inside of
/// <see cref="Advance"/>, in the order in which they are due. Thread-safe.
/// </summary>
/// <param name="start">Where it starts.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>Starts at noon of 2 March 2026 in China, a working day.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8)))
    {
    }

    /// <summary>The civil zone of the authority; UTC+8 all year unless it is set.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now.ToUniversalTime();
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock forward and fires what falls due on the way, each at its own time.</summary>
    /// <param name="span">Not negative: a legal clock never runs back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + span);
    }

    /// <summary>Moves the clock forward to an instant and fires what falls due on the way, each at its own time.</summary>
    /// <param name="instant">Not before now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant has passed.</exception>
    public void AdvanceTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
        while (TakeDue(instant) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.DueAt <= instant).MinBy(timer => timer.DueAt);
            _now = next is null ? instant : next.DueAt > _now ? next.DueAt.Value : _now;
            if (next is not null)
            {
                next.DueAt = next.Period > TimeSpan.Zero ? next.DueAt + next.Period : null;
            }

            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action fire) : ITimer
    {
        public DateTimeOffset? DueAt { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                DueAt = dueTime < TimeSpan.Zero ? null : clock._now + dueTime;
                Period = period;
                if (!clock._timers.Contains(this))
                {
                    clock._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                DueAt = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
