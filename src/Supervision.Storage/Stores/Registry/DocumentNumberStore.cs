using Microsoft.EntityFrameworkCore;
using Supervision.Registry;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Registry;

namespace Supervision.Storage.Stores.Registry;

internal sealed class DocumentNumberStore(StorageScope scope) : IDocumentNumberStore
{
    public Task<DocumentNumber> TakeAsync(
        string agency, string kind, string key, DateOnly takenOn, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _ = new DocumentNumber(agency, kind, takenOn.Year, 1);

        // Looked up as the writer: two scopes can't see the same last serial.
        return scope.WriteAsync(
            $"the document numbers {agency}{kind}",
            async session =>
            {
                await session.Engine.SerialiseAsync(session, $"document_numbers.{agency}.{kind}", cancellationToken).ConfigureAwait(false);
                var rows = session.Context.Set<DocumentNumberRow>();
                if (await rows.SingleOrDefaultAsync(row => row.Kind == kind && row.Key == key, cancellationToken)
                        .ConfigureAwait(false) is { } taken)
                {
                    return taken.ToNumber();
                }

                var last = await rows
                    .Where(row => row.Agency == agency && row.Kind == kind && row.Year == takenOn.Year)
                    .MaxAsync(row => (int?)row.Serial, cancellationToken).ConfigureAwait(false) ?? 0;
                var next = new DocumentNumberRow
                {
                    Agency = agency, Kind = kind, Year = takenOn.Year, Serial = last + 1, Key = key, TakenOn = Stored.Date(takenOn),
                };
                session.Context.Add(next);
                await session.FlushAsync(cancellationToken).ConfigureAwait(false);
                return next.ToNumber();
            },
            cancellationToken);
    }

    public async Task<DocumentNumber?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<DocumentNumberRow>()
            .SingleOrDefaultAsync(row => row.Kind == kind && row.Key == key, cancellationToken).ConfigureAwait(false))?.ToNumber();

    public async Task<IReadOnlyList<DocumentNumber>> ListAsync(
        string agency, string kind, int year, int after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        var rows = await scope.Read().Context.Set<DocumentNumberRow>()
            .Where(row => row.Agency == agency && row.Kind == kind && row.Year == year && row.Serial > after)
            .OrderBy(row => row.Serial).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToNumber());
    }
}
