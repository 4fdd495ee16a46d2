using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Storage.Mapping.Risk;

namespace Supervision.Storage.Stores.Risk;

internal sealed class StandingStore(StorageScope scope) : IStandingStore
{
    private static readonly string s_columns = string.Join(", ", StandingRecord.Columns.Select(column => "w." + column));

    public async Task<SubjectStanding?> FindAsync(string subjectId, CancellationToken cancellationToken)
    {
        var rows = scope.Read().Query($"SELECT {s_columns} FROM standings w WHERE w.subject_id = @p0", subjectId);
        await using var _ = rows.ConfigureAwait(false);
        return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? StandingRecord.Read(rows, 0) : null;
    }

    public Task<SaveCount> SaveAsync(IReadOnlyList<SubjectStanding> standings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(standings);
        return scope.WriteAsync(
            "a standing",
            session => StandingRecord.Table.SaveAsync(session.Connection, standings, cancellationToken),
            cancellationToken);
    }

    public async IAsyncEnumerable<StandingRow> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = scope.Read().Query(
            $"SELECT s.id, s.delivered_risk_class, {s_columns} "
            + "FROM subjects s LEFT JOIN standings w ON w.subject_id = s.id ORDER BY s.id");
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new StandingRow(
                rows.GetString(0),
                rows.IsDBNull(1) ? null : rows.GetString(1),
                rows.IsDBNull(2) ? null : StandingRecord.Read(rows, 2));
        }
    }

    public Task AddDecisionsAsync(IReadOnlyList<StandingDecision> decisions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return scope.WriteAsync(
            "the decisions",
            async session =>
            {
                await StandingDecisionRow.Table.AddAsync(session.Connection, decisions, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<long> LastDecisionAsync(CancellationToken cancellationToken) =>
        await scope.Read().Context.Set<StandingDecisionRow>()
            .MaxAsync(row => (long?)row.Number, cancellationToken).ConfigureAwait(false) ?? 0;

    public async Task<IReadOnlyList<StandingDecision>> ListDecisionsAsync(string subjectId, CancellationToken cancellationToken)
    {
        var decisions = new List<StandingDecision>();
        var rows = scope.Read().Query(
            $"SELECT {StandingDecisionRow.Columns} FROM standing_decisions WHERE subject_id = @p0 ORDER BY number", subjectId);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            decisions.Add(StandingDecisionRow.Read(rows));
        }

        return decisions;
    }
}
