using Supervision.Cases;
using Supervision.Registry;

namespace Supervision.Console.Cases;

/// <summary>Every case that is not archived, with the clock on which somebody has to act next; in pages, so that the limit of one loses none.</summary>
internal static class OpenCases
{
    private const int PageSize = 500;

    /// <param name="list">A page of cases after an id.</param>
    /// <param name="find">The parties of a page.</param>
    /// <param name="law">What the clocks are counted by.</param>
    public static async Task<IReadOnlyList<(PenaltyCase Case, Subject? Party, CaseDeadline? Next)>> ReadAsync(
        Func<string?, int, Task<IReadOnlyList<PenaltyCase>>> list,
        Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, Subject>>> find,
        CaseLaw law)
    {
        var rows = new List<(PenaltyCase, Subject?, CaseDeadline?)>();
        for (string? after = null; ;)
        {
            var page = await list(after, PageSize);
            var parties = await find([.. page.Select(one => one.SubjectId).Distinct(StringComparer.Ordinal)]);
            foreach (var one in page)
            {
                var party = parties.GetValueOrDefault(one.SubjectId);
                rows.Add((one, party, CaseDeadlines.NextOf(one, law, party?.Kind ?? SubjectKind.Enterprise)));
            }

            if (page.Count < PageSize)
            {
                return rows;
            }

            after = page[^1].Id;
        }
    }
}
