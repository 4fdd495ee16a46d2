using Supervision.Coordination;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record JointVisitJson(
    string From, string To, VisitCheckJson[] Checks, SortedDictionary<string, int> Attendances, SortedDictionary<string, string> DelegatedTo)
{
    public static JointVisitJson Of(JointVisit visit) => new(
        Stored.Date(visit.From), Stored.Date(visit.To), [.. visit.Checks.Select(VisitCheckJson.Of)],
        new(visit.Attendances.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        new(visit.DelegatedTo.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal));

    public JointVisit ToVisit(string subjectId, string on) => new(
        subjectId, Stored.ToDate(From), Stored.ToDate(To), Stored.ToDate(on), [.. Checks.Select(check => check.ToCheck())], Attendances, DelegatedTo);
}
