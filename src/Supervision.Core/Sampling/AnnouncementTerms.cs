using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What the announcement of a draw of subjects fixes.</summary>
/// <legal source="国办发〔2015〕58号" />
public sealed record AnnouncementTerms : NoticeTerms
{
    /// <summary>Number of records in the frame.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Merkle root of the frame, see <see cref="Frame.Root"/>.</summary>
    public required Digest FrameRoot { get; init; }

    /// <summary>In a redraw whose frame is not that of the void draw: why. Null otherwise.</summary>
    public string? FrameChange { get; init; }

    /// <summary>The scheme with its parameters; one for each draw.</summary>
    public required DrawMethod Method { get; init; }
}
