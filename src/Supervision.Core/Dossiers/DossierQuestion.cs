namespace Supervision.Dossiers;

/// <summary>
/// What is asked of a dossier. Two days make it bitemporal: what held on <see cref="AsOf"/>, by what had been recorded at the end of
/// <see cref="KnownOn"/>. Immutable.
/// </summary>
/// <param name="SubjectId">Subject.</param>
public sealed record DossierQuestion(string SubjectId)
{
    /// <summary>Most rows of a section.</summary>
    public const int MostRows = 1_000;

    /// <summary>Civil day that the dossier speaks for, to its end; null for today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Civil day at whose end it had been recorded; null for today. An earlier day shows what was known then.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>The section whose later pages are asked for; null for the first page of each.</summary>
    public DossierSection? Section { get; init; }

    /// <summary>How many rows of <see cref="Section"/> were seen already, 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>Most rows of each section, 1 to <see cref="MostRows"/>.</summary>
    public int Limit { get; init; } = 50;
}
