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

    /// <summary>The entry of the national catalogue with a code, or null.</summary>
    Task<NationalItem?> FindNationalItemAsync(string code, CancellationToken cancellationToken);

    /// <summary>All entries of the national catalogue in order of their code.</summary>
    Task<IReadOnlyList<NationalItem>> ListNationalItemsAsync(CancellationToken cancellationToken);

    /// <summary>Adds an entry of the national catalogue or replaces the one with its code; false when the stored one is equal.</summary>
    Task<bool> SaveNationalItemAsync(NationalItem item, CancellationToken cancellationToken);

    /// <summary>Adds an item or replaces the one with its code; false when the stored one is equal.</summary>
    Task<bool> SaveItemAsync(SupervisionItem item, CancellationToken cancellationToken);

    /// <summary>Adds a checklist version; false when the stored one is equal.</summary>
    /// <exception cref="InvalidOperationException">SUP1103: that version exists with other content.</exception>
    Task<bool> AddChecklistAsync(Checklist checklist, CancellationToken cancellationToken);
}
