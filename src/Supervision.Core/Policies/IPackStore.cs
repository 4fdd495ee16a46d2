namespace Supervision.Policies;

/// <summary>Keeps the texts of rule packs. Changes become durable with the unit of work of the same scope.</summary>
public interface IPackStore
{
    /// <summary>A text, or null.</summary>
    /// <param name="policyId">Policy id.</param>
    /// <param name="version">Version.</param>
    /// <param name="hash">Hash of the text, or its first digits, at least one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text; null when there is none, or when several begin so.</returns>
    Task<StoredPack?> FindAsync(string policyId, string version, string hash, CancellationToken cancellationToken);

    /// <summary>Adds a text, or replaces what is known of its publication.</summary>
    Task SaveAsync(StoredPack pack, CancellationToken cancellationToken);

    /// <summary>All texts, by policy, first day, version and instant of writing.</summary>
    Task<IReadOnlyList<StoredPack>> ListAsync(CancellationToken cancellationToken);
}
