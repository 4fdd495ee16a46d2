using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class RoleStore(StorageScope scope) : IRoleStore
{
    public async Task<RoleGrant?> FindAsync(string actorId, string agencyId, CancellationToken cancellationToken) =>
        (await RowAsync(actorId, agencyId, cancellationToken).ConfigureAwait(false))?.ToGrant();

    public async Task SaveAsync(RoleGrant grant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var stored = await RowAsync(grant.ActorId, grant.AgencyId, cancellationToken).ConfigureAwait(false);
        await scope.WriteAsync(
            $"the roles of {grant.ActorId}",
            session =>
            {
                session.Context.Entry(RoleGrantRow.From(grant)).State = stored is null ? EntityState.Added : EntityState.Modified;
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<RoleGrant>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<RoleGrantRow>()
            .OrderBy(row => row.AgencyId).ThenBy(row => row.ActorId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToGrant());
    }

    private Task<RoleGrantRow?> RowAsync(string actorId, string agencyId, CancellationToken cancellationToken) =>
        scope.Read().Context.Set<RoleGrantRow>().SingleOrDefaultAsync(
            row => row.ActorId == actorId && row.AgencyId == agencyId, cancellationToken);
}
