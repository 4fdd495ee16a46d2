using Supervision.Inspections;

namespace Supervision.Coordination;

/// <summary>
/// Finds what uses up the yearly cap 频次上限 of a subject: its tasks of all agencies, whoever asks, for the burden is the same whoever comes. Who asks
/// is told the agency and the day of what counts, and no more.
/// </summary>
public interface IYearlyVisits
{
    /// <summary>Tasks of a subject that were recorded in a civil year or, as long as they are not recorded, are due in it; terminated ones too; by id.</summary>
    Task<IReadOnlyList<InspectionTask>> ListOfYearAsync(string subjectId, int year, CancellationToken cancellationToken);
}
