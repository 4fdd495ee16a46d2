namespace Supervision.Commitments;

/// <summary>An application for a licence by a promise 告知承诺申请. Immutable.</summary>
/// <param name="Id">Identifier, at most 30 characters: lists and checks append to it.</param>
/// <param name="Item">Code of the licence item.</param>
/// <param name="SubjectId">Applicant.</param>
/// <param name="AgencyId">The agency that grants the licence.</param>
/// <param name="Values">Values that the terms name, such as the address.</param>
public sealed record CommitmentApplication(
    string Id, string Item, string SubjectId, string AgencyId, IReadOnlyDictionary<string, string> Values);
