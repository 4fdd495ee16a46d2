using Supervision.Cases;

namespace Supervision.Web.Api;

/// <summary>A case to open.</summary>
/// <param name="Id">Id of the new case.</param>
/// <param name="SubjectId">Party.</param>
/// <param name="Clue">The clue that it begins with.</param>
internal sealed record CaseOpening(string Id, string SubjectId, CaseClue Clue);
