namespace Supervision.Cases;

/// <summary>移送: to the police when a crime is suspected, or to the department that is competent.</summary>
/// <param name="ToPolice">Whether a crime is suspected 行刑衔接.</param>
/// <param name="Agency">Who takes it over.</param>
/// <param name="ProposedOn">Day on which the handlers proposed it.</param>
/// <param name="DecidedOn">Day on which the head decided.</param>
/// <param name="On">Day of the transfer.</param>
/// <param name="AnsweredOn">Day of the answer, or null.</param>
public sealed record CaseTransferRecord(bool ToPolice, string Agency, DateOnly ProposedOn, DateOnly DecidedOn, DateOnly On, DateOnly? AnsweredOn);
