using Microsoft.EntityFrameworkCore;
using Supervision.Catalog;
using Supervision.Storage.Mapping.Catalog;

namespace Supervision.Storage.Stores.Catalog;

internal sealed class CatalogStore(StorageScope scope) : ICatalogStore
{
    public async Task<SupervisionItem?> FindItemAsync(string code, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<ItemRow>()
            .SingleOrDefaultAsync(row => row.Code == code, cancellationToken).ConfigureAwait(false);
        return row?.ToItem();
    }

    public async Task<IReadOnlyList<SupervisionItem>> ListItemsAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<ItemRow>()
            .OrderBy(row => row.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToItem());
    }

    public async Task<NationalItem?> FindNationalItemAsync(string code, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<NationalItemRow>()
            .SingleOrDefaultAsync(row => row.Code == code, cancellationToken).ConfigureAwait(false);
        return row?.ToItem();
    }

    public async Task<IReadOnlyList<NationalItem>> ListNationalItemsAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<NationalItemRow>()
            .OrderBy(row => row.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToItem());
    }

    public async Task<bool> SaveNationalItemAsync(NationalItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var row = NationalItemRow.From(item);
        var stored = await scope.Read().Context.Set<NationalItemRow>()
            .SingleOrDefaultAsync(row => row.Code == item.Code, cancellationToken).ConfigureAwait(false);
        return stored != row && await scope.WriteAsync(
            $"national item {item.Code}",
            session =>
            {
                session.Context.Entry(row).State = stored is null ? EntityState.Added : EntityState.Modified;
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<Checklist?> FindChecklistAsync(string id, int? version, CancellationToken cancellationToken)
    {
        var row = await scope.Read().Context.Set<ChecklistRow>()
            .Where(row => row.Id == id && (version == null || row.Version == version))
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row?.ToChecklist();
    }

    public async Task<bool> SaveItemAsync(SupervisionItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var row = ItemRow.From(item);
        var stored = await scope.Read().Context.Set<ItemRow>()
            .SingleOrDefaultAsync(row => row.Code == item.Code, cancellationToken).ConfigureAwait(false);
        return stored != row && await scope.WriteAsync(
            $"item {item.Code}",
            session =>
            {
                session.Context.Entry(row).State = stored is null ? EntityState.Added : EntityState.Modified;
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> AddChecklistAsync(Checklist checklist, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        var row = ChecklistRow.From(checklist);
        var stored = await scope.Read().Context.Set<ChecklistRow>()
            .SingleOrDefaultAsync(row => row.Id == checklist.Id && row.Version == checklist.Version, cancellationToken)
            .ConfigureAwait(false);
        if (stored is not null && stored != row)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"SUP1103: checklist {checklist.Id} version {row.Version} exists with other content; a change is a new version: count it up."));
        }

        return stored is null && await scope.WriteAsync(
            $"checklist {checklist.Id}",
            session =>
            {
                session.Context.Add(row);
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
