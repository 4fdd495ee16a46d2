using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Matters;
using Supervision.Storage.Mapping.Matters;

namespace Supervision.Storage.Stores.Matters;

internal sealed class MatterStore(StorageScope scope) : IMatterStore
{
    public Task AddAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return scope.WriteAsync(
            $"matter {matter.Id}",
            session =>
            {
                session.Context.Add(MatterRow.From(matter));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task UpdateAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var to = MatterRow.From(matter);
        return scope.WriteAsync(
            $"matter {matter.Id}",
            async session =>
            {
                // The version that the step was decided on: whoever was quicker has moved it on. A sweep moves matters of all agencies.
                var moved = await session.Context.Set<MatterRow>().IgnoreQueryFilters()
                    .Where(row => row.Id == to.Id && row.Version == to.Version - 1)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(m => m.AgencyId, to.AgencyId).SetProperty(m => m.Parties, to.Parties)
                            .SetProperty(m => m.SubjectId, to.SubjectId).SetProperty(m => m.State, to.State).SetProperty(m => m.Waits, to.Waits)
                            .SetProperty(m => m.ClockKey, to.ClockKey).SetProperty(m => m.ClockStart, to.ClockStart)
                            .SetProperty(m => m.DueAt, to.DueAt).SetProperty(m => m.Extensions, to.Extensions).SetProperty(m => m.Rung, to.Rung)
                            .SetProperty(m => m.Facts, to.Facts).SetProperty(m => m.Steps, to.Steps).SetProperty(m => m.Version, to.Version),
                        cancellationToken)
                    .ConfigureAwait(false);
                return moved == 1 ? moved : throw new ConcurrencyConflictException($"matter {to.Id}");
            },
            cancellationToken);
    }

    public async Task<Matter?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<MatterRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false))?.ToMatter();

    public Task<bool> ExistsAsync(string id, CancellationToken cancellationToken) =>
        scope.Read().Context.Set<MatterRow>().IgnoreQueryFilters().AnyAsync(row => row.Id == id, cancellationToken);

    public async Task<IReadOnlyList<string>> ListTakenAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await All.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Matter>> ListAsync(MatterQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 10_000);
        IQueryable<MatterRow> rows = scope.Read().Context.Set<MatterRow>();
        rows = query.Kind is { } kind ? rows.Where(row => row.Kind == (int)kind) : rows;
        rows = query.State is { } state ? rows.Where(row => row.State == (int)state) : rows;
        rows = query.AgencyId is { } agency ? rows.Where(row => row.AgencyId == agency) : rows;
        rows = query.SubjectId is { } subject ? rows.Where(row => row.SubjectId == subject) : rows;
        rows = query.ParentId is { } parent ? rows.Where(row => row.ParentId == parent) : rows;
        rows = query.Category is { } category ? rows.Where(row => row.Category == category) : rows;
        rows = query.AfterId is { } after ? rows.Where(row => row.Id.CompareTo(after) > 0) : rows;
        rows = query.IsWaiting ? rows.Where(row => row.Waits == 1) : rows;
        rows = query.IsOpen ? rows.Where(row => row.State != (int)MatterState.Closed) : rows;
        var ordered = query.IsOpen || query.IsWaiting
            ? rows.OrderBy(row => row.DueAt == null).ThenBy(row => row.DueAt).ThenBy(row => row.Id)
            : rows.OrderBy(row => row.Id);
        return await ReadAsync(ordered.Take(query.Limit), cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Matter>> ListOfSubjectAsync(string subjectId, MatterKind kind, CancellationToken cancellationToken) =>
        ReadAsync(All.Where(row => row.SubjectId == subjectId && row.Kind == (int)kind).OrderBy(row => row.Id), cancellationToken);

    public async IAsyncEnumerable<Matter> StreamListEntriesAsync(
        IReadOnlyList<string> categories, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = All.Where(row => row.Kind == (int)MatterKind.ListEntry
            && (row.State == (int)MatterState.InForce || row.State == (int)MatterState.RemovalRequested) && categories.Contains(row.Category));
        await foreach (var row in rows.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return row.ToMatter();
        }
    }

    public Task<IReadOnlyList<Matter>> ListPartsAsync(string parentId, CancellationToken cancellationToken) =>
        ReadAsync(All.Where(row => row.ParentId == parentId).OrderBy(row => row.Id), cancellationToken);

    public Task<IReadOnlyList<Matter>> ListByCauseAsync(string cause, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since == DateTimeOffset.MinValue ? long.MinValue : Mapping.Stored.Instant(since);
        return ReadAsync(
            All.Where(row => row.Cause == cause && row.OpenedAt >= from).OrderByDescending(row => row.OpenedAt).ThenBy(row => row.Id), cancellationToken);
    }

    public Task<IReadOnlyList<Matter>> ListDueAsync(DateTimeOffset now, string? afterId, int limit, CancellationToken cancellationToken)
    {
        var instant = Mapping.Stored.Instant(now);
        return ReadAsync(
            All.Where(row => row.ClockKey != null && (row.DueAt == null || row.DueAt <= instant)
                && (afterId == null || row.Id.CompareTo(afterId) > 0)).OrderBy(row => row.Id).Take(limit),
            cancellationToken);
    }

    private IQueryable<MatterRow> All => scope.Read().Context.Set<MatterRow>().IgnoreQueryFilters();

    private static async Task<IReadOnlyList<Matter>> ReadAsync(IQueryable<MatterRow> rows, CancellationToken cancellationToken) =>
        (await rows.ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(row => row.ToMatter());
}
