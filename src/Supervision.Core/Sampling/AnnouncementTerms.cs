using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What the announcement of a draw of subjects fixes. Only open draws by <c>tier-srs</c>.</summary>
/// <legal source="国办发〔2015〕58号" />
public sealed record AnnouncementTerms : NoticeTerms
{
    /// <summary>Number of records in the frame.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Merkle root of the frame, see <see cref="Frame.Root"/>.</summary>
    public required Digest FrameRoot { get; init; }

    /// <summary>The ratios, at least one.</summary>
    public required DrawRates Rates { get; init; }

    /// <summary>Least number drawn from a cell with a ratio above 0; 0 for none.</summary>
    public int MinPerCell { get; init; }
}
