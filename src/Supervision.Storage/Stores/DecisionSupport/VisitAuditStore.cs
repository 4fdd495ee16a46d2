using System.Runtime.CompilerServices;
using System.Text.Json;
using Supervision.DecisionSupport;
using Supervision.Sampling;
using Supervision.Storage.Mapping;

namespace Supervision.Storage.Stores.DecisionSupport;

internal sealed class VisitAuditStore(StorageScope scope) : IVisitAuditStore
{
    private string Visits =>
        $"""
        SELECT t.id, t.agency_id, t.officer_ids, t.subject_id, t.item_code, t.recorded_on, t.recorded_at, t.recorded_offset,
               {scope.Engine.Member("t.visit", "entry")}, {scope.Engine.Length("t.entries")},
               CASE WHEN EXISTS (SELECT 1 FROM findings f WHERE f.task_id = t.id) THEN 1 ELSE 0 END, d.cell
        FROM tasks t LEFT JOIN drawn_subjects d ON d.draw_id = t.draw_id AND d.subject_id = t.subject_id
        WHERE t.recorded_on >= @p0 AND t.recorded_on <= @p1 ORDER BY t.recorded_on, t.id
        """;

    public async IAsyncEnumerable<AuditedVisit> StreamAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = scope.Read().Query(Visits, Stored.Date(from), Stored.Date(to));
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new AuditedVisit(
                rows.GetString(0), rows.GetString(1), StorageJson.ReadTexts(rows.GetString(2)), rows.GetString(3), rows.GetString(4),
                Stored.ToDate(rows.GetString(5)), rows.IsDBNull(8) ? null : EnteredAt(rows.GetString(8)),
                Stored.ToInstant(rows.GetInt64(6)).ToOffset(TimeSpan.FromMinutes(rows.GetInt32(7))), rows.GetInt32(9), rows.GetInt32(10) == 1,

                // A cell is the class and what else the plan drew by: "A|330782".
                rows.IsDBNull(11) ? null : CellKey.FactorAt(rows.GetString(11), 0));
        }
    }

    private static DateTimeOffset EnteredAt(string entry)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.GetProperty("at").GetDateTimeOffset();
    }
}
