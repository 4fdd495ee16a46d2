using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Storage.Mapping.Cases;

namespace Supervision.Storage.Stores.Cases;

internal sealed class CaseStore(StorageScope scope) : ICaseStore
{
    private const int MostAtOnce = 1000;

    public Task AddAsync(PenaltyCase penaltyCase, DateOnly? nextDue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        return scope.WriteAsync(
            $"case {penaltyCase.Id}",
            session =>
            {
                session.Context.Add(CaseRow.From(penaltyCase, nextDue));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task AppendAsync(PenaltyCase penaltyCase, DateOnly? nextDue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        return scope.WriteAsync(
            $"case {penaltyCase.Id}",
            async session =>
            {
                // The version that the step was decided on: whoever was quicker has moved it on.
                var (state, version, due) = ((int)penaltyCase.State, penaltyCase.Version, CaseRow.DueOf(nextDue));
                var moved = await session.Context.Set<CaseRow>()
                    .Where(row => row.Id == penaltyCase.Id && row.Version == version - 1)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(c => c.State, state).SetProperty(c => c.Version, version).SetProperty(c => c.NextDue, due),
                        cancellationToken)
                    .ConfigureAwait(false);
                if (moved == 0)
                {
                    throw new ConcurrencyConflictException($"case {penaltyCase.Id}");
                }

                session.Context.Add(CaseStepRow.From(penaltyCase, penaltyCase.Steps[^1]));
                return await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task SavePublicitiesAsync(PenaltyCase penaltyCase, IReadOnlyList<CaseDeadline> clocks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        ArgumentNullException.ThrowIfNull(clocks);
        return scope.WriteAsync(
            $"case {penaltyCase.Id}",
            async session =>
            {
                await session.Context.Set<CasePublicityRow>().Where(row => row.CaseId == penaltyCase.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                session.Context.AddRange(clocks.Where(clock => clock.Due is not null).Select(clock => CasePublicityRow.From(penaltyCase, clock)));
                return await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public async Task<PenaltyCase?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<CaseRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is null ? null : (await WithStepsAsync([row], cancellationToken).ConfigureAwait(false))[0];
    }

    public Task<IReadOnlyList<PenaltyCase>> ListOpenAsync(string? afterId, int limit, CancellationToken cancellationToken) =>
        OpenAsync(scope.Read().Context.Set<CaseRow>(), afterId, limit, ofAllAgencies: false, cancellationToken);

    public Task<IReadOnlyList<PenaltyCase>> ListOpenOfAllAsync(string? afterId, int limit, CancellationToken cancellationToken) =>
        OpenAsync(scope.Read().Context.Set<CaseRow>().IgnoreQueryFilters(), afterId, limit, ofAllAgencies: true, cancellationToken);

    private async Task<IReadOnlyList<PenaltyCase>> OpenAsync(
        IQueryable<CaseRow> cases, string? afterId, int limit, bool ofAllAgencies, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostAtOnce);
        const int Archived = (int)CaseState.Archived;
        var rows = await cases
            .Where(row => row.State != Archived && (afterId == null || row.Id.CompareTo(afterId) > 0))
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await WithStepsAsync(rows, cancellationToken, ofAllAgencies).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PenaltyCase>> ListDueAsync(string agencyId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostAtOnce);
        const int Archived = (int)CaseState.Archived;
        var rows = await scope.Read().Context.Set<CaseRow>().Where(row => row.AgencyId == agencyId && row.State != Archived)
            .OrderBy(row => row.NextDue).ThenBy(row => row.Id).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await WithStepsAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PenaltyCase>> ListPageAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MostAtOnce);
        IQueryable<CaseRow> rows = scope.Read().Context.Set<CaseRow>();
        rows = query.AgencyId is { } agency ? rows.Where(row => row.AgencyId == agency) : rows;
        rows = query.State is { } state ? rows.Where(row => row.State == (int)state) : rows;
        rows = query.AfterId is { } after ? rows.Where(row => row.Id.CompareTo(after) > 0) : rows;
        var page = await rows.OrderBy(row => row.Id).Take(query.Limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await WithStepsAsync(page, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PenaltyCase>> ListBySubjectAsync(string subjectId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<CaseRow>()
            .Where(row => row.SubjectId == subjectId).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await WithStepsAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PenaltyCase>> ListByActAsync(string actId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<CaseRow>().IgnoreQueryFilters()
            .Where(row => row.ActId == actId).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await WithStepsAsync(rows, cancellationToken, ofAllAgencies: true).ConfigureAwait(false);
    }

    private async Task<List<PenaltyCase>> WithStepsAsync(
        List<CaseRow> rows, CancellationToken cancellationToken, bool ofAllAgencies = false)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        string[] ids = [.. rows.Select(row => row.Id)];
        IQueryable<CaseStepRow> all = scope.Read().Context.Set<CaseStepRow>();
        all = ofAllAgencies ? all.IgnoreQueryFilters() : all;
        var steps = (await all.Where(step => ids.Contains(step.CaseId)).OrderBy(step => step.Number)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(step => step.CaseId, StringComparer.Ordinal);
        return rows.ConvertAll(row => row.ToCase(steps[row.Id].Select(step => step.ToStep())));
    }
}
