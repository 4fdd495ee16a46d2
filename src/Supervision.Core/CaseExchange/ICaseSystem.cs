using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.CaseExchange;

/// <summary>
/// 自建办案系统: the case system that a department keeps for itself beside the unified one ("1+N"). An embedder writes one for each such
/// department and registers it; <c>CaseSystemLaws</c> of Supervision.Testing says what it must keep, <c>FolderCaseSystem</c> of
/// Supervision.Storage is the reference. Used by one caller at a time.
/// </summary>
public interface ICaseSystem
{
    /// <summary>The agency whose system it is.</summary>
    string AgencyId { get; }

    /// <summary>
    /// Puts a case into the system. A parcel id that is there already has no further effect and gives the first receipt, whatever comes with
    /// it: whoever broke off may begin again. SUP2227, or a code of your own: the system does not take it; nothing is kept there.
    /// </summary>
    /// <exception cref="IOException">The system cannot be reached; it may be tried again.</exception>
    Task<Outcome<CaseReceipt>> DeliverAsync(CaseParcel parcel, CancellationToken cancellationToken);

    /// <summary>
    /// What the department reported on a parcel, in order of the reports' numbers, up to the first that cannot be read; empty for a parcel that is not
    /// there, and behind the last report. Reading takes nothing away. SUP2228, or a code of your own: the very next report cannot be read; whoever
    /// reads on behind it (with <paramref name="after"/> one higher) gets what follows.
    /// </summary>
    /// <param name="parcelId">Parcel.</param>
    /// <param name="after">Number of the last report that was taken; 0 for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The system cannot be reached; it may be tried again.</exception>
    Task<Outcome<IReadOnlyList<CaseReport>>> ReadAsync(string parcelId, int after, CancellationToken cancellationToken);
}
