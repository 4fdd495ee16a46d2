namespace Supervision.Benchmarks.Indicators;

/// <summary>A task of the city; days are counted from the first of the year, null for one that did not come.</summary>
internal sealed record CityTask(string Id, int Subject, string SubjectId, string OfficerId, string AgencyId, int Due, int? Recorded)
{
    public bool IsDrawn { get; init; }

    public bool HasFinding { get; init; }

    public bool IsByDevice { get; init; }

    public int? Rectify { get; init; }

    public int? Corrected { get; init; }
}
