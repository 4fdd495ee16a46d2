using Microsoft.EntityFrameworkCore;
using Supervision.Policies;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Policies;

namespace Supervision.Storage.Stores.Policies;

internal sealed class PackStore(StorageScope scope) : IPackStore
{
    private const int MostDrafts = 1_000;

    public async Task<StoredPack?> FindAsync(string policyId, string version, string hash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(hash);
        var rows = await Rows().Where(row => row.PolicyId == policyId && row.Version == version && row.ContentHash.StartsWith(hash))
            .OrderBy(row => row.ContentHash).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows is [var row] ? row.ToPack() : null;
    }

    public async Task SaveAsync(StoredPack pack, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var row = PackRow.From(pack);
        var isKnown = await Rows().AnyAsync(
            known => known.PolicyId == row.PolicyId && known.Version == row.Version && known.ContentHash == row.ContentHash, cancellationToken).ConfigureAwait(false);
        await scope.WriteAsync(
            $"the pack {pack.Policy}",
            session =>
            {
                session.Context.Entry(row).State = isKnown ? EntityState.Modified : EntityState.Added;
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<StoredPack?> FindPublishedAsync(string policyId, string version, CancellationToken cancellationToken) =>
        (await Rows().SingleOrDefaultAsync(
            row => row.PolicyId == policyId && row.Version == version && row.PublishedAt != null, cancellationToken).ConfigureAwait(false))?.ToPack();

    public async Task<IReadOnlyList<StoredPack>> ListPublishedAsync(CancellationToken cancellationToken)
    {
        var rows = await Rows().Where(row => row.PublishedAt != null).OrderBy(row => row.PolicyId).ThenBy(row => row.ValidFrom)
            .ThenBy(row => row.Version).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToPack());
    }

    public async Task<(int Count, DateTimeOffset? Last)> LastPublishedAsync(CancellationToken cancellationToken)
    {
        var published = Rows().Where(row => row.PublishedAt != null);
        var count = await published.CountAsync(cancellationToken).ConfigureAwait(false);
        return (count, await published.MaxAsync(row => row.PublishedAt, cancellationToken).ConfigureAwait(false) is { } last ? Stored.ToInstant(last) : null);
    }

    public async Task<IReadOnlyList<StoredPack>> ListDraftsAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostDrafts);
        var rows = await Rows().Where(row => row.PublishedAt == null).OrderByDescending(row => row.WrittenAt).ThenBy(row => row.ContentHash)
            .Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToPack());
    }

    private IQueryable<PackRow> Rows() => scope.Read().Context.Set<PackRow>().AsNoTracking();
}
