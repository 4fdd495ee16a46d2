using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>One announcement in the log of its authority. Immutable.</summary>
/// <param name="At">When it was published.</param>
/// <param name="Draw">Its number.</param>
/// <param name="Hash">H(A).</param>
/// <param name="Announcement">Its text.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it is void or ignored; null otherwise.</param>
/// <param name="Party">The party that withheld its secret; null when none did.</param>
public sealed record AnnouncementLogEntry(
    DateTimeOffset At,
    DrawNumber Draw,
    Digest Hash,
    string Announcement,
    AnnouncementState State,
    string? Reason = null,
    string? Party = null)
{
    /// <summary>Whether it counts.</summary>
    public bool Counts => State != AnnouncementState.Ignored;
}
