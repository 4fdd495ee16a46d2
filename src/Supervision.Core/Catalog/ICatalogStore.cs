namespace Supervision.Catalog;

/// <summary>Keeps the catalogue. Changes become durable with the unit of work of the same scope.</summary>
public interface ICatalogStore
{
    /// <summary>The item with a code, or null.</summary>
    Task<SupervisionItem?> FindItemAsync(string code, CancellationToken cancellationToken);

    /// <summary>All items in order of their code.</summary>
    Task<IReadOnlyList<SupervisionItem>> ListItemsAsync(CancellationToken cancellationToken);

    /// <summary>A checklist in a version; without one the newest. Null when there is none.</summary>
    Task<Checklist?> FindChecklistAsync(string id, int? version, CancellationToken cancellationToken);

    /// <summary>Adds an item or replaces the one with its code; false when the stored one is equal.</summary>
    Task<bool> SaveItemAsync(SupervisionItem item, CancellationToken cancellationToken);

    /// <summary>Adds a checklist version; false when the stored one is equal.</summary>
    /// <exception cref="InvalidOperationException">SUP1103: that version exists with other content.</exception>
    Task<bool> AddChecklistAsync(Checklist checklist, CancellationToken cancellationToken);
}
