namespace Supervision.DecisionSupport;

/// <summary>An officer who is at one subject again and again. Immutable.</summary>
/// <param name="OfficerId">Officer.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="Visits">Inspections of the subject that the officer took part in.</param>
/// <param name="OfSubject">Inspections of the subject by the officer's agency.</param>
/// <param name="PValue">Probability that the officer's share of the agency's inspections alone gives so many, 0 to 1.</param>
public sealed record RepeatedVisits(string OfficerId, string SubjectId, int Visits, int OfSubject, double PValue);
