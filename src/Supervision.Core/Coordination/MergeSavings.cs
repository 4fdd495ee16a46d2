namespace Supervision.Coordination;

/// <summary>
/// What a merge saves, with everything it was computed from. Visits and officers are two counts: neither follows from the other.
/// </summary>
/// <param name="VisitsPlanned">Σ over subjects and rounds of the agencies with a duty: visits if each agency came by itself.</param>
/// <param name="VisitsActual">Visits of the merged plan.</param>
/// <param name="AttendancesPlanned">Σ of the officers whom the agencies would send by themselves.</param>
/// <param name="AttendancesActual">Σ of the officers who come to the merged visits.</param>
public sealed record MergeSavings(int VisitsPlanned, int VisitsActual, int AttendancesPlanned, int AttendancesActual)
{
    /// <summary>VisitsSaved = Σ (agencies with a duty − actual visits).</summary>
    public int VisitsSaved => VisitsPlanned - VisitsActual;

    /// <summary>OfficersSaved = Σ planned − Σ actual officer-attendances.</summary>
    public int AttendancesSaved => AttendancesPlanned - AttendancesActual;
}
