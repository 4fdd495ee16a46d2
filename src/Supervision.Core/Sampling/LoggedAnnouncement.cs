using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>An announcement in the authority's chain: the first under a number counts, always.</summary>
/// <param name="Authority">Authority, such as a division code.</param>
/// <param name="Programme">Programme; subject draws and officer draws have each their own.</param>
/// <param name="Number">Number within the programme, from 1 without gaps.</param>
/// <param name="Hash">Hash of the text's bytes.</param>
/// <param name="Text">The exact text.</param>
public sealed record LoggedAnnouncement(string Authority, string Programme, int Number, Digest Hash, string Text)
{
    /// <summary>When it was published; null when nobody wrote that down.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Whether its draw is still to be made, was made, or is void.</summary>
    public AnnouncementState State { get; init; } = AnnouncementState.Done;

    /// <summary>Why it is void; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The party that withheld its secret; null when none did.</summary>
    public string? Party { get; init; }

    /// <summary>Its number.</summary>
    public DrawNumber Draw => new(Authority, Programme, Number);
}
