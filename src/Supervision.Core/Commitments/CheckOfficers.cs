using System.Security.Cryptography;
using System.Text;
using Supervision.Registry;

namespace Supervision.Commitments;

/// <summary>Who checks a promise when nobody is named. Pure.</summary>
internal static class CheckOfficers
{
    // 行政处罚法 art. 42: two officers.
    private const int Needed = 2;

    /// <summary>
    /// Two officers of an agency who may inspect the subject on a day, one at least with the field, in the order of a hash over promise and
    /// officer: nobody picks them, and everybody can pick them again. Empty when there are not two.
    /// </summary>
    public static IReadOnlyList<string> For(
        string commitmentId, string agencyId, string field, string subjectId, IReadOnlyList<Officer> officers, IReadOnlyList<Recusal> recusals, DateOnly on)
    {
        var fit = officers
            .Where(officer => officer.AgencyId == agencyId && officer.CheckDrawable(on) is null
                && !recusals.Any(recusal => recusal.OfficerId == officer.Id && recusal.SubjectId == subjectId && recusal.DecidedOn <= on))
            .OrderBy(officer => Rank(commitmentId, officer.Id), StringComparer.Ordinal).ToList();
        var lead = fit.Find(officer => officer.Fields.Contains(field, StringComparer.Ordinal));
        return lead is null || fit.Count < Needed ? [] : [lead.Id, fit.First(officer => officer != lead).Id];
    }

    private static string Rank(string commitmentId, string officerId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{commitmentId}\n{officerId}")));
}
