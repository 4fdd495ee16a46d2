namespace Supervision.Coordination;

/// <summary>What is reported to a coordination centre.</summary>
/// <param name="Id">Identifier, 1 to 40 characters.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="FromAgencyId">The unit that reports it and is told the result.</param>
/// <param name="CentreAgencyId">The centre, or the agency it is sent to for triage.</param>
/// <param name="At">When it was received.</param>
public sealed record EventReport(
    string Id, EventOrigin Origin, string Title, string FromAgencyId, string CentreAgencyId, DateTimeOffset At)
{
    /// <summary>The subject, when it is known.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The request that an <see cref="EventOrigin.AssistFailure"/> is about, or the matter that a clue comes from.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether the informant gave a real name, and so is told of the decision to file.</summary>
    public bool IsRealName { get; init; }
}
