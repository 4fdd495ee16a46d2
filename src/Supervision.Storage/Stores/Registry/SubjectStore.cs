using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Storage.Mapping.Registry;

namespace Supervision.Storage.Stores.Registry;

internal sealed class SubjectStore(StorageScope scope) : ISubjectStore
{
    public async Task<Subject?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<SubjectRow>()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToSubject();
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
