using System.Runtime.CompilerServices;
using System.Text;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Storage.Mapping;

namespace Supervision.Storage.Stores.Sampling;

/// <summary>
/// Streams a frame in one pass in order of the subjects' ids. The order comes from the id index, weight and last
/// inspection from a look-up each; no other index on subjects, since a division is mostly all of them.
/// </summary>
internal static class FrameQuery
{
    private const string Select =
        """
        SELECT s.id, s.division_code, s.status, s.delivered_risk_class, w.class, w.weight,
               (SELECT max(t.recorded_on) FROM tasks t WHERE t.subject_id = s.id), s.industry_code
        FROM subjects s LEFT JOIN standings w ON w.subject_id = s.id
        WHERE substr(s.division_code, 1, @p0) = @p1
        """;

    private static readonly string[] s_tiers = ["", "A", "B", "C", "D"];

    public static async IAsyncEnumerable<FrameSubject> StreamAsync(
        StorageScope scope,
        string divisionCode,
        IReadOnlyList<string> categories,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = DivisionArea.Prefix(divisionCode);
        var rows = scope.Read().Query(
            Sql(scope.Engine, categories.Count), [prefix.Length, prefix, .. categories.Select(CategoryText.Token)]);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new FrameSubject(
                rows.GetString(0),
                rows.GetString(1),
                (SubjectStatus)rows.GetInt32(2),
                rows.IsDBNull(3) ? null : rows.GetString(3),
                rows.IsDBNull(4) ? null : new SubjectWeight(s_tiers[rows.GetInt32(4)], rows.GetInt32(5)),
                rows.IsDBNull(6) ? null : Stored.ToDate(rows.GetString(6)),
                rows.GetString(7));
        }
    }

    private static string Sql(StorageEngine engine, int categories)
    {
        var sql = new StringBuilder(Select);
        if (categories > 0)
        {
            sql.Append(" AND (").AppendJoin(
                " OR ",
                Enumerable.Range(2, categories).Select(i => engine.Contains("s.categories", FormattableString.Invariant($"@p{i}"))))
                .Append(')');
        }

        return sql.Append(" ORDER BY s.id").ToString();
    }
}
