namespace Supervision.Commitments;

/// <summary>One thing that the applicant promises; the check has a point for it. Immutable.</summary>
/// <param name="Id">Unique in the item: "1".</param>
/// <param name="Text">What is promised; "{name}" stands for a value of the application, such as "{address}".</param>
/// <param name="IsAddress">Whether it is about the address, so that its breach is one of the address commitment rule.</param>
public sealed record CommitmentTerm(string Id, string Text, bool IsAddress);
