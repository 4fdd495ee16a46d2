using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>A draw that was made. Immutable; a mistake is mended by a redraw, never by an edit.</summary>
public sealed record Draw
{
    /// <summary>Identifier: the plan's id and the number, "food-2026-1".</summary>
    public required string Id { get; init; }

    /// <summary>Plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>Number within the programme, from 1 without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>Hash of the announcement's bytes.</summary>
    public required Digest AnnouncementHash { get; init; }

    /// <summary>Records in the frame, excluded ones included.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Merkle root of the frame.</summary>
    public required Digest FrameRoot { get; init; }

    /// <summary>Seed.</summary>
    public required Digest Seed { get; init; }

    /// <summary>Number of subjects drawn.</summary>
    public required int SelectedCount { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Whether its list is still sealed: not to be shown to the public until the inspections are over.</summary>
    public bool IsSealed { get; init; }
}
