namespace Supervision.Sampling;

/// <summary>How an announcement stands in its authority's log. Zero is "not set" and never valid.</summary>
public enum AnnouncementState
{
    /// <summary>Published; its draw is not made yet.</summary>
    Announced = 1,

    /// <summary>The draw was made and published.</summary>
    Done = 2,

    /// <summary>The draw is void, for a stated reason: a secret was withheld, a beacon's pulse never came.</summary>
    Void = 3,

    /// <summary>
    /// A second announcement under one number, or after one announcement: it does not count, and is kept as a breach. To void
    /// the first one instead would be a redraw for free.
    /// </summary>
    Ignored = 4,
}
