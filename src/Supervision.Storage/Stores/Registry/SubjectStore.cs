using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Storage.Mapping.Registry;

namespace Supervision.Storage.Stores.Registry;

internal sealed class SubjectStore(StorageScope scope) : ISubjectStore
{
    private const int MostIds = 1_000;

    public async Task<Subject?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<SubjectRow>()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToSubject();
    }

    public async Task<IReadOnlyDictionary<string, Subject>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostIds);
        var all = ids.ToArray(); // one parameter, and so one statement, however many there are
        var rows = await scope.Read().Context.Set<SubjectRow>().Where(row => EF.Parameter(all).Contains(row.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id, row => row.ToSubject(), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Subject>> SearchAsync(SubjectQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MostIds);
        var session = scope.Read();
        IQueryable<SubjectRow> rows = session.Context.Set<SubjectRow>();
        if (query.Text is { Length: > 0 } text)
        {
            rows = rows.Where(row => row.Name.Contains(text) || row.Id.StartsWith(text));
            rows = await SubjectNames.FindAsync(session, text, cancellationToken).ConfigureAwait(false) is { } few ? rows.Where(row => EF.Parameter(few).Contains(row.Id)) : rows;
        }

        rows = query.Status is { } status ? rows.Where(row => row.Status == (int)status) : rows;
        rows = query.AfterId is { } after ? rows.Where(row => row.Id.CompareTo(after) > 0) : rows;
        return (await rows.OrderBy(row => row.Id).Take(query.Limit).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(row => row.ToSubject());
    }

    public Task<SaveCount> SaveAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return scope.WriteAsync(
            "a subject",
            async session =>
            {
                var count = await SubjectRow.Table.SaveAsync(session.Connection, subjects, cancellationToken).ConfigureAwait(false);
                if (session.Engine.TakeNamesIn is { } takeIn && count.Added + count.Changed > 0)
                {
                    await session.Context.Database.ExecuteSqlRawAsync(takeIn, cancellationToken).ConfigureAwait(false);
                }

                return count;
            },
            cancellationToken);
    }

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        scope.Read().Context.Set<SubjectRow>().LongCountAsync(cancellationToken);
}
