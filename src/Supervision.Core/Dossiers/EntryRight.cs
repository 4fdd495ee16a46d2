using Supervision.Decisions;

namespace Supervision.Dossiers;

/// <summary>
/// Who may enter, and why: an agency with power in the field of an item, where the subject operates. The item allows a plan or a task; entry
/// itself needs one of <see cref="OpenTaskIds"/>. Immutable.
/// </summary>
/// <param name="AgencyId">Agency.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="ItemCode">Item of the catalogue.</param>
/// <param name="ItemName">Its name.</param>
/// <param name="Basis">Provisions in force on the day.</param>
/// <param name="OpenTaskIds">Tasks under which its officers may come now; empty when nobody may.</param>
public sealed record EntryRight(
    string AgencyId,
    string AgencyName,
    string ItemCode,
    string ItemName,
    IReadOnlyList<LegalBasis> Basis,
    IReadOnlyList<string> OpenTaskIds);
