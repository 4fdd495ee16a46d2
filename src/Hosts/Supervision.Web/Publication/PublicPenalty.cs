namespace Supervision.Web.Publication;

/// <summary>A published penalty as the public may read it: what says who a natural person is, is masked. Immutable.</summary>
/// <param name="Key">What it is found under.</param>
/// <param name="Agency">Name of the agency.</param>
/// <param name="Party">The party.</param>
/// <param name="PartyId">Its credit code; of a natural person masked.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Violation">Kind of the violation.</param>
/// <param name="Facts">What was done.</param>
/// <param name="Basis">Provisions.</param>
/// <param name="Penalty">The penalty.</param>
/// <param name="DecidedOn">Day of the decision, as printed.</param>
/// <param name="PublishedOn">Day of the publication, as printed.</param>
/// <param name="Until">Last day of the publication.</param>
internal sealed record PublicPenalty(
    string Key, string Agency, string Party, string PartyId, string Decision, string Violation, string Facts, string Basis, string Penalty,
    string DecidedOn, string PublishedOn, DateOnly Until);
