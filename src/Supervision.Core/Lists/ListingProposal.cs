namespace Supervision.Lists;

/// <summary>That a subject be put on a list 拟列入. Immutable.</summary>
/// <param name="Id">Identifier, at most 30 characters: measures that follow append to it.</param>
/// <param name="Kind">Which list.</param>
/// <param name="Ground">Id of the ground, see <see cref="ListPolicy.GroundsOn"/>.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="AgencyId">The agency that decides.</param>
/// <param name="Reasons">Facts and reasons, as they are told to the subject.</param>
/// <param name="Reference">The case or task behind it; null where the ground asks for none.</param>
/// <param name="Letters">Days of the letters that nobody answered, where the ground asks for them; else empty.</param>
public sealed record ListingProposal(
    string Id, ListKind Kind, string Ground, string SubjectId, string AgencyId, string Reasons, string? Reference, IReadOnlyList<DateOnly> Letters);
