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
        var rows = await scope.Read().Context.Set<SubjectRow>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id, row => row.ToSubject(), StringComparer.Ordinal);
    }

    public Task<SaveCount> SaveAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return scope.WriteAsync(
            "a subject",
            session => SubjectRow.Table.SaveAsync(session.Connection, subjects, cancellationToken),
            cancellationToken);
    }

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        scope.Read().Context.Set<SubjectRow>().LongCountAsync(cancellationToken);
}
