using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class SessionStore(StorageScope scope) : ISessionStore
{
    private const string What = "a session";

    public async Task<UserSession?> FindAsync(string keyHash, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<SessionRow>().SingleOrDefaultAsync(row => row.KeyHash == keyHash, cancellationToken).ConfigureAwait(false))?.ToSession();

    public async Task<IReadOnlyList<UserSession>> ListOfPersonAsync(string personId, string partyId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<SessionRow>().Where(row => row.PersonId == personId && row.PartyId == partyId)
            .OrderBy(row => row.Since).ThenBy(row => row.KeyHash).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToSession());
    }

    public Task AddAsync(UserSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return scope.WriteAsync(
            What,
            writer =>
            {
                writer.Context.Add(SessionRow.From(session));
                return writer.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task<bool> ExtendAsync(string keyHash, DateTimeOffset expiresAt, ReadOnlyMemory<byte> ticket, CancellationToken cancellationToken)
    {
        var (instant, bytes) = (Stored.Instant(expiresAt), ticket.ToArray());
        return scope.WriteAsync(
            What,
            async writer => await writer.Context.Set<SessionRow>().Where(row => row.KeyHash == keyHash).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ExpiresAt, instant).SetProperty(row => row.Ticket, bytes), cancellationToken).ConfigureAwait(false) == 1,
            cancellationToken);
    }

    public Task<bool> RemoveAsync(string keyHash, CancellationToken cancellationToken) => scope.WriteAsync(
        What,
        async writer => await writer.Context.Set<SessionRow>().Where(row => row.KeyHash == keyHash).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) == 1,
        cancellationToken);

    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var instant = Stored.Instant(before);
        return scope.WriteAsync(
            "old sessions",
            writer => writer.Context.Set<SessionRow>().Where(row => row.ExpiresAt < instant).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }
}
