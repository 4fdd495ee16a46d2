using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Comparison;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Comparison;

namespace Supervision.Storage.Stores.Comparison;

internal sealed class ComparisonStore(StorageScope scope) : IComparisonStore
{
    private const int MostAtOnce = 1_000;

    public Task AddAsync(ComparisonRun run, IReadOnlyList<ComparisonFinding> findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(findings);
        return scope.WriteAsync(
            $"comparison {run.Id}",
            async session =>
            {
                session.Context.Add(ComparisonRunRow.From(run));
                await session.FlushAsync(cancellationToken).ConfigureAwait(false);
                await ComparisonFindingRow.Table.AddAsync(session.Connection, findings.Select(finding => (run, finding)), cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<ComparisonRun?> FindRunAsync(string id, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<ComparisonRunRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false))?.ToRun();

    public async Task<JudgedFinding?> FindAsync(string findingId, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<ComparisonFindingRow>().SingleOrDefaultAsync(row => row.Id == findingId, cancellationToken).ConfigureAwait(false))
            ?.ToFinding();

    public async Task<IReadOnlyList<JudgedFinding>> ListAsync(
        string runId, FindingJudgement? judgement, string? afterId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostAtOnce);
        var rows = await scope.Read().Context.Set<ComparisonFindingRow>()
            .Where(row => row.RunId == runId && (judgement == null || row.Judgement == (int)judgement) && (afterId == null || row.Id.CompareTo(afterId) > 0))
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToFinding());
    }

    public Task JudgeAsync(JudgedFinding judged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var (id, judgement, at) = (judged.Finding.Id, (int)judged.Judgement, judged.JudgedAt is { } instant ? Stored.Instant(instant) : (long?)null);
        return scope.WriteAsync(
            $"finding {id}",
            async session =>
            {
                const int Open = (int)FindingJudgement.Open;
                var moved = await session.Context.Set<ComparisonFindingRow>().Where(row => row.Id == id && row.Judgement == Open)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(f => f.Judgement, judgement).SetProperty(f => f.Reason, judged.Reason)
                            .SetProperty(f => f.JudgedBy, judged.JudgedBy).SetProperty(f => f.JudgedAt, at),
                        cancellationToken)
                    .ConfigureAwait(false);
                return moved == 1 ? moved : throw new ConcurrencyConflictException($"finding {id}");
            },
            cancellationToken);
    }
}
