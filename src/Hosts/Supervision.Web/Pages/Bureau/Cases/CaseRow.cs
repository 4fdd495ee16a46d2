using Supervision.Cases;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>A case in a list. Immutable.</summary>
/// <param name="Case">The case.</param>
/// <param name="Party">Name of the party; its id when the register does not show it.</param>
/// <param name="Next">The clock on which somebody has to act next, or null.</param>
internal sealed record CaseRow(PenaltyCase Case, string Party, CaseDeadline? Next)
{
    /// <summary>Rows of cases with their parties from the register.</summary>
    public static async Task<IReadOnlyList<CaseRow>> OfAsync(
        IReadOnlyList<PenaltyCase> cases, Registry.ISubjectStore subjects, CaseLaw law, CancellationToken cancellationToken)
    {
        var parties = await subjects.FindAllAsync([.. cases.Select(one => one.SubjectId).Distinct(StringComparer.Ordinal)], cancellationToken);
        return
        [
            .. from one in cases
               let party = parties.GetValueOrDefault(one.SubjectId)
               select new CaseRow(one, party?.Name ?? one.SubjectId, CaseDeadlines.NextOf(one, law, party?.Kind ?? Registry.SubjectKind.Enterprise)),
        ];
    }
}
