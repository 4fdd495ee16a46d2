using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Audit;
using Supervision.Storage.Mapping.Registry;

namespace Supervision.Storage.Stores.Registry;

internal sealed class SubjectHistory(StorageScope scope) : ISubjectHistory
{
    public async Task<Subject?> FindAsync(string id, DateTimeOffset knownUntil, CancellationToken cancellationToken)
    {
        var context = scope.Read().Context;
        var until = Stored.Instant(knownUntil);

        // Whoever sees the subject sees what it was, in another division too. The first one that was replaced at the instant or later was known until then.
        var row = await context.Set<SubjectHistoryRow>().IgnoreQueryFilters()
            .Where(row => row.SubjectId == id
                && context.Set<SubjectRow>().Any(subject => subject.Id == id)
                && context.Set<JournalRow>().Where(entry => entry.Position >= row.Position).OrderBy(entry => entry.Position).Select(entry => entry.At).First() >= until)
            .OrderBy(row => row.Number).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row?.ToSubject();
    }
}
